import type { PlanRules } from '@/api/sitePlan'

export type RuleGroup = 'vacancy' | 'phoneUse' | 'gathering'

/** The same rules with one set, or taken away; a group without any is left out, as the plan writes it. */
export function withRule(
  rules: PlanRules,
  group: RuleGroup,
  key: string,
  value: string | number | null,
): PlanRules {
  const values: Record<string, unknown> = { ...rules[group] }
  if (value === null) delete values[key]
  else values[key] = value
  return withPart(rules, group, Object.keys(values).length ? values : null)
}

/** The same rules with a part replaced, or left out. */
export function withPart(rules: PlanRules, key: keyof PlanRules, part: unknown): PlanRules {
  const changed: Partial<PlanRules> = { ...rules }
  delete changed[key]
  return (part === null ? changed : { ...changed, [key]: part }) as PlanRules
}

export const hasRules = (rules: PlanRules) => Object.keys(rules).length > 0
