/** Every word that a visitor reads, in both languages. */

const zhCn = {
  title: '在线客服',
  open: '打开在线客服',
  openUnread: '打开在线客服，{count} 条未读消息',
  minimise: '收起',
  end: '结束',
  endLong: '结束会话',
  mute: '关闭提示音',
  unmute: '打开提示音',
  greeting: '您好，有什么可以帮您？',
  greetingMore: '请写下您的问题，客服会在这里回复您。',
  online: '正在为您服务',
  waiting: '正在等待客服接待',
  ended: '会话已结束',
  log: '会话内容',
  older: '查看更早的消息',
  newLines: '有新消息',
  message: '消息',
  placeholder: '输入消息',
  send: '发送',
  left: '还可输入 {count} 个字',
  over: '超出 {count} 个字，请删减后再发送',
  you: '您',
  today: '今天',
  yesterday: '昨天',
  queued: '排队中，您排在第 {count} 位',
  queuedNext: '马上轮到您了',
  queuedUnknown: '排队中，请稍候',
  leaveQueue: '离开排队',
  leaveQueueAsk: '要离开排队吗？',
  leaveQueueMore: '离开后，客服将看不到您在等待。您可以随时重新开始。',
  stay: '继续等待',
  endAsk: '要结束这次会话吗？',
  endMore: '结束后可以评价，也可以随时开始新的会话。',
  goOn: '继续聊',
  closing: '正在结束会话…',
  typing: '{name}正在输入…',
  typingSomebody: '客服正在输入…',
  pending: '等待发送',
  sent: '已发送',
  delivered: '已送达',
  read: '已读',
  joined: '{name} 已接入，开始为您服务',
  agentLeft: '{name} 已离开，正在为您安排其他客服',
  closedByAgent: '{name} 结束了会话',
  closedByVisitor: '您结束了会话',
  closedByIdle: '您较长时间没有回复，会话已结束',
  idleWarning: '您还在吗？如果没有回复，会话将很快结束',
  reopened: '会话已继续',
  somethingHappened: '会话状态有更新',
  agent: '客服',
  offline: '网络已断开。您写的消息会保留，恢复后自动发送。',
  reconnecting: '连接中断，正在重新连接。您写的消息会保留，恢复后自动发送。',
  connecting: '正在连接客服…',
  notSent: '未发送：{reason}',
  again: '重试',
  sendNew: '发到新会话',
  sendHere: '发到当前会话',
  remove: '删除',
  clip: '发送文件',
  recall: '撤回',
  recalled: '{name}撤回了一条消息',
  rate: '评价这次服务',
  thanks: '感谢您的评价',
  abandoned: '您已离开排队',
  startNew: '开始新的会话',
  'conversation-closed': '会话已经结束',
  'conversation-not-found': '找不到这次会话',
  'already-rated': '这次会话已经评价过了',
  'survey-expired': '评价已过期',
  'text-empty': '消息是空的',
  'text-too-long': '消息超过 5000 个字',
  'sensitive-words': '含有敏感词',
  'sensitive-words-warning': '含有敏感词，可重试',
  unknown: '服务器没有接受（{code}），请稍后再试',
}

export type Word = keyof typeof zhCn

const en: Record<Word, string> = {
  title: 'Chat with us',
  open: 'Open chat',
  openUnread: 'Open chat, {count} unread',
  minimise: 'Minimise',
  end: 'End',
  endLong: 'End chat',
  mute: 'Turn sound off',
  unmute: 'Turn sound on',
  greeting: 'Hello, how can we help?',
  greetingMore: 'Write your question, and someone from our team answers here.',
  online: 'Here to help you',
  waiting: 'Waiting for someone to join',
  ended: 'Chat ended',
  log: 'Conversation',
  older: 'Show earlier messages',
  newLines: 'New messages',
  message: 'Message',
  placeholder: 'Write a message',
  send: 'Send',
  left: '{count} characters left',
  over: '{count} characters too many; please shorten it',
  you: 'You',
  today: 'Today',
  yesterday: 'Yesterday',
  queued: 'In the queue, you are number {count}',
  queuedNext: 'You are next',
  queuedUnknown: 'In the queue, one moment please',
  leaveQueue: 'Leave queue',
  leaveQueueAsk: 'Leave the queue?',
  leaveQueueMore: 'Nobody will know that you are waiting. You can start again at any time.',
  stay: 'Keep waiting',
  endAsk: 'End this chat?',
  endMore: 'You can rate it afterwards, and start a new one at any time.',
  goOn: 'Keep chatting',
  closing: 'Ending the chat…',
  typing: '{name} is typing…',
  typingSomebody: 'Someone is typing…',
  pending: 'Waiting to be sent',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  joined: '{name} joined the chat',
  agentLeft: '{name} left; we are finding someone else for you',
  closedByAgent: '{name} ended the chat',
  closedByVisitor: 'You ended the chat',
  closedByIdle: 'This chat ended because there was no answer',
  idleWarning: 'Are you still there? This chat ends soon unless you write',
  reopened: 'The chat goes on',
  somethingHappened: 'The chat was updated',
  agent: 'Our team',
  offline: 'You are offline. What you write is kept and sent when you are back.',
  reconnecting:
    'Connection lost, trying again. What you write is kept and sent as soon as it is back.',
  connecting: 'Connecting…',
  notSent: 'Not sent: {reason}',
  again: 'Try again',
  sendNew: 'Send in a new chat',
  sendHere: 'Send in this chat',
  remove: 'Delete',
  clip: 'Send a file',
  recall: 'Take back',
  recalled: '{name} took a message back',
  rate: 'Rate this chat',
  thanks: 'Thank you for your rating',
  abandoned: 'You left the queue',
  startNew: 'Start a new chat',
  'conversation-closed': 'this chat has ended',
  'conversation-not-found': 'this chat cannot be found',
  'already-rated': 'this chat was rated already',
  'survey-expired': 'it is too late to rate this chat',
  'text-empty': 'the message is empty',
  'text-too-long': 'the message is longer than 5,000 characters',
  'sensitive-words': 'it holds a sensitive word',
  'sensitive-words-warning': 'it holds a sensitive word; try again if meant',
  unknown: 'the server did not take it ({code}); please try again later',
}

export type Language = 'zh-CN' | 'en'

export const allWords: Record<Language, Record<Word, string>> = { 'zh-CN': zhCn, en }

/** Chinese for any Chinese page, else English. */
export function languageOf(wanted: string): Language {
  return /^zh\b/i.test(wanted) ? 'zh-CN' : 'en'
}

/** The words of one language. */
export class Words {
  constructor(readonly language: Language) {}

  say(word: Word, values: Record<string, string | number> = {}): string {
    return allWords[this.language][word].replace(/\{(\w+)\}/g, (_, name: string) =>
      String(values[name] ?? ''),
    )
  }

  /** Why the server would not do something. */
  reason(code: string): string {
    return code in zhCn ? this.say(code as Word) : this.say('unknown', { code })
  }

  time(at: Date): string {
    const form = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
    return new Intl.DateTimeFormat(this.language, form).format(at)
  }

  day(at: Date, now: Date): string {
    const days = Math.round((midnight(now) - midnight(at)) / 86_400_000)
    if (days === 0 || days === 1) {
      return this.say(days === 0 ? 'today' : 'yesterday')
    }
    const year = at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const }
    const form = { ...year, month: 'long', day: 'numeric', weekday: 'long' } as const
    return new Intl.DateTimeFormat(this.language, form).format(at)
  }
}

function midnight(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()
}
