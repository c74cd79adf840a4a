import type { Considered, DecisionStep, Reception, Replay, ReplayReport, RoutingDryRun, Shadow, ShadowDifference, Trial } from '@/api/types'
import { agents, ago } from './people.ts'

/** Trials of routing plans, as the server tells them. */
const [ann, bo, cy] = agents

const considered: Considered[] = [ann, bo, cy].flatMap((agent, index) =>
  agent ? [{ agent: agent.id, name: agent.name, load: index + 1, capacity: 3, leftOut: index === 2 ? { zhCn: '已满：3/3', en: 'at capacity 3 of 3' } : null }] : [],
)

function step(strategy: string, kept: string, out: string): DecisionStep {
  return {
    strategy,
    by: { extension: strategy, bundle: `org.hotdesk.routing.${strategy}`, version: '0.1.0', revision: 0 } as DecisionStep['by'],
    verdict: 'ANSWERED',
    kept: [{ agent: kept, reason: { zhCn: '进行中 1/3', en: '1 of 3 conversations' } }],
    leftOut: [{ agent: out, reason: { zhCn: '进行中 2/3', en: '2 of 3 conversations' } }],
    failure: null,
  }
}

const reception: Reception = {
  entryPoint: 'team-1',
  planRevision: 3,
  team: '1',
  priority: 2,
  skills: [{ skill: '退货', level: 3 }],
  steps: [
    {
      strategy: 'source',
      by: null,
      verdict: 'ANSWERED',
      placement: { team: '1', priority: 2, skills: [], reason: { zhCn: '规则“退货”', en: 'rule “returns”' } },
      failure: null,
    },
  ],
}

function trial(chosen: string, out: string): Trial {
  const name = agents.find(({ id }) => id === chosen)?.name ?? ''
  return {
    reception,
    chosen,
    waitsUntil: null,
    considered,
    steps: [step('load', chosen, out)],
    summary: { zhCn: `已选${name}：进行中 1/3`, en: `chosen ${name}: 1 of 3 conversations` },
  }
}

export const dryRun = (): RoutingDryRun => ({ trial: trial(ann?.id ?? '', bo?.id ?? ''), at: ago(0), ahead: 0 })

export const shadow: Shadow = {
  entryPoint: 'team-1',
  revision: 2,
  strategies: ['source', 'round-robin'],
  startedBy: '管理员',
  startedAt: ago(600),
  decided: 1240,
  agreed: 1187,
  dropped: 3,
}

export const differences: ShadowDifference[] = [41, 38, 17].map((id, index) => ({
  live: {
    conversation: String(id),
    at: ago(5 + index * 12),
    chosen: ann?.id ?? '',
    planRevision: 3,
    considered,
    steps: [step('load', ann?.id ?? '', bo?.id ?? '')],
    summary: { zhCn: `已选${ann?.name}：进行中 1/3`, en: `chosen ${ann?.name}: 1 of 3 conversations` },
  },
  shadow: trial(bo?.id ?? '', ann?.id ?? ''),
}))

const outcome = (served: number, mean: number) => ({ served, abandoned: 60 - Math.round(served / 25), waiting: 0, meanWait: mean, medianWait: mean / 2, p90Wait: mean * 3, longestWait: mean * 9 })

const report: ReplayReport = {
  attendanceSince: ago(60 * 24 * 5),
  attendanceWhole: false,
  conversations: 1240,
  fact: outcome(1180, 42),
  plan: outcome(1184, 40),
  candidate: outcome(1202, 26),
  differing: 610,
  differingFromPlan: 588,
  agents: agents.slice(0, 5).map((agent, index) => ({
    agent: agent.id,
    name: agent.name,
    fact: { assigned: 400 - index * 70, busySeconds: 90_000 },
    plan: { assigned: 390 - index * 65, busySeconds: 90_000 },
    candidate: { assigned: 300 - index * 20, busySeconds: 90_000 },
  })),
  slots: Array.from({ length: 48 }, (_, index) => ({
    from: ago(60 * 24 * 7 - index * 210),
    arrivals: 20 + ((index * 7) % 15),
    factWait: 20 + ((index * 13) % 60),
    planWait: 20 + ((index * 13) % 55),
    candidateWait: 10 + ((index * 13) % 35),
  })),
}

export const replays: Replay[] = [
  {
    id: '2',
    question: { from: ago(60 * 24 * 7), to: ago(0), entryPoint: null, strategies: ['source', 'round-robin'] },
    state: 'DONE',
    percent: 100,
    startedBy: '管理员',
    startedAt: ago(10),
    report,
    failure: null,
  },
]
