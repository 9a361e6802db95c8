import { describe, expect, it } from 'vitest'
import type { PlanRules } from '@/api/sitePlan'
import { hasRules, withPart, withRule } from './rules'

describe('withRule', () => {
  it('sets and takes away single rules, leaving no empty group', () => {
    const none = {} as PlanRules
    const one = withRule(none, 'vacancy', 'grace', 'PT3M')
    expect(one).toEqual({ vacancy: { grace: 'PT3M' } })
    expect(none).toEqual({})
    expect(hasRules(withRule(one, 'vacancy', 'grace', null))).toBe(false)
    expect(withPart(one, 'blindAfter', 'PT20S')).toEqual({ ...one, blindAfter: 'PT20S' })
  })
})
