import { Session } from '../../main/widget/session'
import { FakeServer } from './fake-server'
import { FakeBrowser, FakeClock, browserOfOne, fakeTab, seeded } from './fake-world'

/** A visitor's browser and the server that it talks to. */
export class Visit {
  readonly clock = new FakeClock()
  readonly server = new FakeServer(this.clock)
  /** Lines of the other side that were new. */
  readonly arrived: string[] = []
  private readonly browser = new FakeBrowser(this.clock)

  /** Opens a page of the shop. */
  page(team: string | null = null): Session {
    const world = fakeTab(this.server, this.browser, seeded(1), browserOfOne(this.clock))
    const session = new Session(
      world,
      { team, language: () => 'en' },
      { changed: () => {}, arrived: (message) => this.arrived.push(message.text) },
    )
    session.start()
    return session
  }

  /** Opens a page, and has an agent join what was written there. */
  async chatting(): Promise<Session> {
    const session = this.page()
    session.panel(true)
    session.write('one')
    await this.clock.pass(100)
    this.server.assign('Zhang Min')
    await this.clock.pass(100)
    return session
  }
}

export function texts(session: Session): string[] {
  return session.talk.lines.filter((line) => line.kind === 'TEXT').map((line) => line.text)
}
