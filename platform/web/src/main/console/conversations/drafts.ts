const PREFIX = 'hotdesk.draft.'

/** What was written and not sent, kept for each conversation in this browser. */
export const drafts = {
  of(conversation: string): string {
    return localStorage.getItem(PREFIX + conversation) ?? ''
  },
  keep(conversation: string, text: string) {
    if (text) localStorage.setItem(PREFIX + conversation, text)
    else localStorage.removeItem(PREFIX + conversation)
  },
}
