import { http, Problem } from './http'
import type { Attachment } from './types'

/** Uploads a file as the body of a request, and tells how far it got, from 0 to 1. */
export function upload(file: File, progress: (share: number) => void, signal: AbortSignal): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1/attachments?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    if (http.csrf) request.setRequestHeader('X-CSRF-Token', http.csrf)
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new Problem(0, 'unreachable', 'The server cannot be reached.'))
    request.onload = () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as Attachment)
      else reject(problemOf(request))
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function problemOf({ status, statusText, responseText }: XMLHttpRequest): Problem {
  try {
    const { code, detail } = JSON.parse(responseText) as { code?: string; detail?: string }
    return new Problem(status, code ?? 'unknown', detail ?? statusText)
  } catch {
    return new Problem(status, 'unknown', statusText)
  }
}
