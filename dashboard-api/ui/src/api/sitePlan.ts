import { get, send } from './http'
import type { components } from './schema'

type Schemas = components['schemas']

export type PlanDocument = Schemas['PlanDocument']
export type PlanVersion = Schemas['PlanVersion']
export type PlanCamera = Schemas['CameraPart']
export type PlanWindow = Schemas['WindowPart']
export type PlanPost = Schemas['PostPart']
export type PlanArea = Schemas['AreaPart']
export type PlanRules = Schemas['RulesPart']
export type PlanSeason = Schemas['SeasonPart']
export type PlanProblem = Schemas['PlanProblem']
export type PlanChange = Schemas['PlanChange']
export type VersionSummary = Schemas['VersionSummary']
export type VersionDetail = Schemas['VersionDetail']
export type DraftJudged = Schemas['DraftJudged']
export type SeenPeople = Schemas['SeenPeople']
export type TrialResult = Schemas['TrialResult']
export type ProbeFinding = Schemas['ProbeFinding']
/** Corners, each x and y in fractions of the picture. */
export type Corners = number[][]

export const fetchPlan = () => get<PlanVersion>('/api/site-plan')

export const savePlan = (basedOn: number, plan: PlanDocument, note: string) =>
  send<PlanVersion>('PUT', '/api/site-plan', { basedOn, plan, note })

export const judgePlan = (plan: PlanDocument) =>
  send<DraftJudged>('POST', '/api/site-plan/draft', { plan, yaml: null })

export const judgeYaml = (yaml: string) =>
  send<DraftJudged>('POST', '/api/site-plan/draft', { plan: null, yaml })

export const fetchVersions = (before: number | null) =>
  get<Schemas['VersionPage']>('/api/site-plan/versions', { before })

export const fetchVersion = (number: number) =>
  get<VersionDetail>(`/api/site-plan/versions/${number}`)

export const restoreVersion = (number: number, basedOn: number, note: string) =>
  send<PlanVersion>('POST', `/api/site-plan/versions/${number}/restoration`, { basedOn, note })

export const yamlUrl = (number: number) => `/api/site-plan/versions/${number}/site.yaml`

export const probeCamera = (url: string) =>
  send<ProbeFinding>('POST', '/api/settings/probe', { url })

export const fetchSeenPeople = (cameraId: string, minutes: number) =>
  get<SeenPeople[]>('/api/settings/detections', { cameraId, minutes })

export const tryPlan = (plan: PlanDocument, hours: number, windowId: string | null) =>
  send<TrialResult>('POST', '/api/settings/trial', { plan, hours, windowId })
