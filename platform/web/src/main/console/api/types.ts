/** The shapes of the REST and live interfaces, by the names this program uses. */

export type Id = string
export type Instant = string

export type PresenceKind = 'ONLINE' | 'BUSY' | 'AWAY' | 'OFFLINE'
export type RoleName = 'AGENT' | 'SUPERVISOR' | 'ADMINISTRATOR'
export type ConversationState = 'QUEUED' | 'ACTIVE' | 'CLOSED' | 'ABANDONED'
export type Side = 'VISITOR' | 'AGENT' | 'SYSTEM'
export type BundleState = 'UNRESOLVED' | 'STOPPED' | 'ACTIVE' | 'FAILED'
export type HealthStatus = 'UP' | 'DEGRADED' | 'DOWN'
export type Verdict = 'ANSWERED' | 'NO_OPINION' | 'MISSING' | 'FAILED' | 'TIMED_OUT' | 'CUT_OFF'
export type PanelSlot = 'CONVERSATION_SIDE' | 'SETTINGS_PAGE' | 'RAIL'

export interface Listing<T> {
  items: T[]
  next: string | null
}

export interface Words {
  zhCn: string
  en: string
}

export interface SkillLevel {
  skill: string
  level: number
}

export interface Agent {
  id: Id
  login: string
  name: string
  role: RoleName
  teams: Id[]
  skills: SkillLevel[]
  capacity: number
  active: boolean
  version: number
}

export type AgentDetails = Omit<Agent, 'id' | 'version'>

export interface Session {
  agent: Agent
  permissions: string[]
  csrf: string
  expires: Instant
}

export interface PresenceState {
  agent: Id
  presence: PresenceKind
  reason: string | null
  since: Instant
  load: number
  capacity: number
}

export interface Team {
  id: Id
  name: Words
  version: number
}

export interface Last {
  side: Side
  text: string
  at: Instant
}

export interface Conversation {
  id: Id
  visitor: Id
  visitorName: string
  customer: Id | null
  team: Id
  state: ConversationState
  agent: Id | null
  agentName: string | null
  language: string
  openedAt: Instant
  queuedAt: Instant
  assignedAt: Instant | null
  closedAt: Instant | null
  category: string | null
  rating: { stars: number; comment: string } | null
  lastSeq: number
  last: Last | null
  visitorRead: number
  agentRead: number
  unread: number
  version: number
}

export interface Author {
  side: Side
  id: Id
  name: string
}

export interface Message {
  conversation: Id
  seq: number
  clientId: string
  author: Author
  kind: 'TEXT' | 'SYSTEM'
  text: string
  at: Instant
}

export interface PageView {
  url: string
  title: string
  at: Instant
}

export interface Visitor {
  id: Id
  customer: Id | null
  name: string
  language: string
  source: {
    landingPage: string | null
    referrer: string | null
    engine: string | null
    keyword: string | null
    utm: Record<string, string>
  }
  current: PageView | null
  userAgent: string | null
  firstSeen: Instant
  lastSeen: Instant
}

export interface Customer {
  id: Id
  details: {
    name: string
    email: string | null
    phone: string | null
    company: string | null
    region: string | null
    tags: string[]
    attributes: Record<string, string>
  }
  createdAt: Instant
  version: number
}

export interface Provenance {
  extension: string
  bundle: string
  version: string
  revision: number
}

export interface Choice {
  agent: Id
  reason: Words
}

export interface Considered {
  agent: Id
  name: string
  load: number
  capacity: number
  leftOut: Words | null
}

export interface DecisionStep {
  strategy: string
  by: Provenance | null
  verdict: Verdict
  kept: Choice[]
  leftOut: Choice[]
  failure: string | null
}

export interface Decision {
  conversation: Id
  at: Instant
  chosen: Id
  planRevision: number
  considered: Considered[]
  steps: DecisionStep[]
}

export interface RoutingPlan {
  team: Id
  revision: number
  strategies: string[]
  changedBy: string
  changedAt: Instant
}

export interface BundleInfo {
  name: string
  title: string
  version: string
  state: BundleState
  platform: boolean
  offers: string[]
  needs: string[]
  missing: string[]
  lastError: { at: Instant; message: string } | null
  previous: string | null
}

export interface DryRun {
  name: string
  version: string
  replaces: string | null
  resolves: boolean
  missing: string[]
  stops: string[]
  warnings: string[]
}

export interface HealthReading {
  part: string
  status: HealthStatus
  message: string
  figures: Record<string, string>
}

export interface ExtensionState {
  point: string
  extension: Provenance
  cutOff: boolean
  calls: number
  failures: number
  lastFailure: { at: Instant; reason: string } | null
}

export interface PanelInfo {
  id: string
  slot: PanelSlot
  title: Words
  module: string
  version: string
}
