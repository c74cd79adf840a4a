/** A request that did not succeed; `code` is stable, `detail` is for people. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly field: string | null = null,
    readonly retryAfter: number | null = null,
  ) {
    super(detail)
  }
}

export interface Answer<T> {
  data: T
  etag: string | null
}

export interface RequestOptions {
  body?: unknown
  ifMatch?: string
  signal?: AbortSignal
  /** Whether an ended session may be renewed by the person before the request is tried again. */
  renew?: boolean
}

/** Speaks HTTP with the server: session cookie, CSRF header, problem documents, ETags. */
export class Http {
  csrf: string | null = null
  /** What the reader reads; the server explains what goes wrong in it. */
  language = (): string | null => null
  /** Settles when the person has signed in again; rejects when they gave up. */
  renewSession: (() => Promise<void>) | null = null

  constructor(
    private readonly base = '/api/v1',
    private readonly fetcher: typeof fetch = (...args) => fetch(...args),
  ) {}

  async get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return (await this.ask<T>('GET', path, { signal })).data
  }

  async post<T>(path: string, body?: unknown): Promise<T> {
    return (await this.ask<T>('POST', path, { body })).data
  }

  async put<T>(path: string, body: unknown, ifMatch?: string): Promise<T> {
    return (await this.ask<T>('PUT', path, { body, ifMatch })).data
  }

  async delete(path: string): Promise<void> {
    await this.ask('DELETE', path)
  }

  async ask<T>(method: string, path: string, options: RequestOptions = {}): Promise<Answer<T>> {
    const response = await this.fetchOnce(method, path, options)
    if (response.status === 401 && options.renew !== false && this.renewSession) {
      await this.renewSession()
      return this.answer<T>(await this.fetchOnce(method, path, options))
    }
    return this.answer<T>(response)
  }

  private async fetchOnce(method: string, path: string, options: RequestOptions) {
    try {
      return await this.fetcher(this.base + path, {
        method,
        credentials: 'same-origin',
        headers: this.headers(method, options),
        body: encoded(options.body),
        signal: options.signal,
      })
    } catch (failure) {
      if (options.signal?.aborted) throw failure
      throw new Problem(0, 'unreachable', 'The server cannot be reached.')
    }
  }

  private headers(method: string, { body, ifMatch }: RequestOptions): Record<string, string> {
    return {
      Accept: 'application/json, application/problem+json',
      ...(this.language() ? { 'Accept-Language': this.language() ?? '' } : {}),
      ...(body === undefined ? {} : { 'Content-Type': contentType(body) }),
      ...(ifMatch ? { 'If-Match': ifMatch } : {}),
      ...(method !== 'GET' && this.csrf ? { 'X-CSRF-Token': this.csrf } : {}),
    }
  }

  private async answer<T>(response: Response): Promise<Answer<T>> {
    const text = await response.text()
    if (!response.ok) throw problemOf(response, text)
    return {
      data: (text ? JSON.parse(text) : undefined) as T,
      etag: response.headers.get('ETag'),
    }
  }
}

function encoded(body: unknown): BodyInit | undefined {
  if (body === undefined) return undefined
  return body instanceof Blob ? body : JSON.stringify(body)
}

function contentType(body: unknown) {
  if (!(body instanceof Blob)) return 'application/json'
  return body.type === 'text/calendar' ? body.type : 'application/octet-stream'
}

function problemOf(response: Response, text: string): Problem {
  const retry = Number(response.headers.get('Retry-After')) || null
  try {
    const { code, detail, title, field } = JSON.parse(text)
    const words = detail ?? title ?? response.statusText
    return new Problem(response.status, code ?? 'unknown', words, field ?? null, retry)
  } catch {
    return new Problem(response.status, 'unknown', response.statusText, null, retry)
  }
}

export const http = new Http()
