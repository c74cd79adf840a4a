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
export type Attachment = Shapes['Attachment']
export type Author = Shapes['Author']
export type BundleInfo = Shapes['BundleInfo']
export type Calendar = Shapes['Calendar']
export type CalendarDay = Shapes['CalendarDay']
export type CalendarDays = Shapes['CalendarDays']
export type Category = Shapes['Category']
export type CalendarDetails = Shapes['CalendarInput']
export type Considered = Shapes['DecisionConsidered']
export type Card = Shapes['Card']
export type Conversation = Shapes['Conversation']
export type ConversationState = Shapes['ConversationState']
export type Customer = Shapes['Customer']
export type Decision = Shapes['ExplainedDecision']
export type DecisionStep = Shapes['DecisionStep']
export type DryRun = Shapes['DryRun']
export type EndingRules = Shapes['EndingRules']
export type EntryPoint = Shapes['EntryPoint']
export type ExtensionState = Shapes['ExtensionState']
export type HealthReading = Shapes['HealthReading']
export type HealthStatus = Shapes['HealthReadingStatus']
export type HealthView = Shapes['HealthView']
export type HolidayCountry = Shapes['HolidayCountry']
export type Hours = Shapes['Hours']
export type Imported = Shapes['CalendarFilesImported']
export type Last = Shapes['ConversationLast']
/** The live interface leaves out what is not there. */
export type Message = Omit<Shapes['Message'], 'attachment' | 'card'> & {
  attachment?: Attachment | null
  card?: Card | null
}
export type Note = Shapes['Note']
export type PageView = Shapes['PageView']
export type PanelInfo = Shapes['Panel']
export type PanelSlot = Shapes['ConsolePanelSlot']
export type PresenceKind = Shapes['Presence']
export type PresenceState = Shapes['PresenceState']
export type Provenance = Shapes['Provenance']
export type Reception = Shapes['Reception']
export type QuickReply = Shapes['QuickReply']
export type RoleName = Shapes['Role']
export type Replay = Shapes['Replay']
export type ReplayReport = Shapes['ReplayReport']
export type RoutingDryRun = Shapes['RoutingDryRun']
export type RoutingPlan = Shapes['RoutingPlan']
export type Session = Shapes['SessionView']
export type SettingsField = Shapes['SettingsFormField']
export type SettingsForm = Shapes['SettingsForm']
export type Shadow = Shapes['Shadow']
export type ShadowDifference = Shapes['Difference']
export type Side = Shapes['AuthorSide']
export type SkillLevel = Shapes['SkillLevel']
export type SpecialDay = Shapes['SpecialDay']
export type Survey = Shapes['Survey']
export type SurveyReason = Shapes['EndingRulesReason']
export type Team = Shapes['Team']
export type TeamCalendar = Shapes['TeamCalendar']
export type Trial = Shapes['ExplainedTrial']
export type Visitor = Shapes['Visitor']
export type WrapUp = Shapes['WrapUp']
export type WordList = Shapes['SensitiveWordsWordList']
export type FoundWords = Shapes['SensitiveWordsFound']
export type Words = Shapes['Words']
