import type { ControlSchema } from '../../server/openapi/schema.js'

// The schemas of control.openapi.yaml that the console shows, by the names that are used here.
export type Version = ControlSchema<'Version'>
export type Settings = ControlSchema<'Settings'>
export type RequestSummary = ControlSchema<'RequestSummary'>
export type RequestSummaryList = ControlSchema<'RequestSummaryList'>
export type RecordedRequest = ControlSchema<'RecordedRequest'>
export type Verdict = ControlSchema<'Verdict'>
export type SessionSummary = ControlSchema<'SessionSummary'>
export type SessionList = ControlSchema<'SessionList'>
export type SessionView = ControlSchema<'SessionView'>
export type SessionEvent = ControlSchema<'SessionEvent'>
export type Stage = ControlSchema<'Stage'>
export type DeliverySummary = ControlSchema<'DeliverySummary'>
export type DeliverySummaryList = ControlSchema<'DeliverySummaryList'>
export type Delivery = ControlSchema<'Delivery'>
export type ScenarioSummary = ControlSchema<'ScenarioSummary'>
export type ScenarioDetail = ControlSchema<'ScenarioDetail'>
export type Application = ControlSchema<'Application'>
export type Fault = ControlSchema<'Fault'>
export type FaultList = ControlSchema<'FaultList'>
export type FaultRule = ControlSchema<'FaultRule'>
export type Clock = ControlSchema<'Clock'>
export type ControlEvent = ControlSchema<'ControlEvent'>
