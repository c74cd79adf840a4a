import type { components } from '#openapi'

/** The shapes of the REST and live interfaces, by the names this program uses. */
type Shapes = components['schemas']

export type Id = string

export interface Listing<T> {
  items: T[]
  next: string | null
}

export type Agent = Shapes['Agent']
export type AgentDetails = Shapes['AgentChange']
export type Author = Shapes['Author']
export type BundleInfo = Shapes['BundleInfo']
export type Calendar = Shapes['Calendar']
export type CalendarDay = Shapes['CalendarDay']
export type CalendarDays = Shapes['CalendarDays']
export type CalendarDetails = Shapes['CalendarInput']
export type Considered = Shapes['DecisionConsidered']
export type Conversation = Shapes['Conversation']
export type ConversationState = Shapes['ConversationState']
export type Customer = Shapes['Customer']
export type Decision = Shapes['Decision']
export type DecisionStep = Shapes['DecisionStep']
export type DryRun = Shapes['DryRun']
export type ExtensionState = Shapes['ExtensionState']
export type HealthReading = Shapes['HealthReading']
export type HealthStatus = Shapes['HealthReadingStatus']
export type HealthView = Shapes['HealthView']
export type HolidayCountry = Shapes['HolidayCountry']
export type Hours = Shapes['Hours']
export type Imported = Shapes['CalendarFilesImported']
export type Last = Shapes['ConversationLast']
export type Message = Shapes['Message']
export type PageView = Shapes['PageView']
export type PanelInfo = Shapes['Panel']
export type PanelSlot = Shapes['ConsolePanelSlot']
export type PresenceKind = Shapes['Presence']
export type PresenceState = Shapes['PresenceState']
export type Provenance = Shapes['Provenance']
export type RoleName = Shapes['Role']
export type RoutingPlan = Shapes['RoutingPlan']
export type Session = Shapes['SessionView']
export type Side = Shapes['AuthorSide']
export type SkillLevel = Shapes['SkillLevel']
export type SpecialDay = Shapes['SpecialDay']
export type Team = Shapes['Team']
export type TeamCalendar = Shapes['TeamCalendar']
export type Visitor = Shapes['Visitor']
export type Words = Shapes['Words']
