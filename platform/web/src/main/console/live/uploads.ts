import { reactive } from 'vue'
import { Problem } from '@/api/http'
import type { Attachment } from '@/api/types'
import { upload } from '@/api/upload'

/** A file on its way to the server. */
export interface Upload {
  readonly key: number
  readonly file: File
  progress: number
  /** Why the server refused it: a code; null while it goes on. */
  failed: string | null
  cancel: () => void
}

let keys = 0

/** The files that are being uploaded for one conversation, and what is done with each then. */
export class Uploads {
  readonly all = reactive<Upload[]>([])

  constructor(
    private readonly done: (file: Attachment) => void,
    private readonly send: typeof upload = upload,
  ) {}

  add(files: Iterable<File>) {
    for (const file of files) {
      this.all.push({ key: ++keys, file, progress: 0, failed: null, cancel: () => undefined })
      void this.start(this.all.at(-1) as Upload)
    }
  }

  retry(one: Upload) {
    void this.start(one)
  }

  discard(one: Upload) {
    one.cancel()
    const index = this.all.findIndex(({ key }) => key === one.key)
    if (index >= 0) this.all.splice(index, 1)
  }

  private async start(one: Upload) {
    const stop = new AbortController()
    Object.assign(one, { progress: 0, failed: null, cancel: () => stop.abort() })
    try {
      const attachment = await this.send(one.file, (share) => (one.progress = share), stop.signal)
      this.discard(one)
      this.done(attachment)
    } catch (failure) {
      one.failed = failure instanceof Problem ? failure.code : 'unknown'
    }
  }
}
