import type { components } from './schema'

/** What the dashboard's API says, by the names the page uses; generated from the OpenAPI file. */
type Schemas = components['schemas']

export type Session = Schemas['SessionView']
export type HallPlan = Schemas['HallView']
export type ServiceWindow = Schemas['WindowName']
export type Post = Schemas['PostName']
export type Camera = Schemas['CameraName']

/** Presence at one service window; `at` is the media time of the newest picture it rests on. */
export type WindowPresence = Schemas['PresenceView']
export type Presence = WindowPresence['presence']

/** One minute of one service window; the four kinds of seconds add up to 60. */
export type OccupancyMinute = Schemas['OccupancyView']

/** `version` grows with every change of the incident. */
export type Incident = Schemas['IncidentView']
export type IncidentType = Incident['type']
export type IncidentPage = Schemas['IncidentPage']
