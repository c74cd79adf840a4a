/** A web address as it is shown and opened; only http and https are opened. */
export function asLink(url: string | null | undefined): { value: string | null; href: string | null } {
  if (!url) return { value: null, href: null }
  try {
    const { protocol, host, pathname, search } = new URL(url)
    if (protocol !== 'http:' && protocol !== 'https:') return { value: url, href: null }
    const path = decoded(pathname + search)
    return { value: path === '/' ? host : path, href: url }
  } catch {
    return { value: url, href: null }
  }
}

/** The site alone, such as where a referrer leads. */
export function asSite(url: string | null | undefined): { value: string | null; href: string | null } {
  const link = asLink(url)
  return link.href ? { value: new URL(link.href).host, href: link.href } : link
}

function decoded(path: string) {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
