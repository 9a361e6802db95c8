import { expect, it } from 'vitest'
import type { PlanDocument } from '@/api/sitePlan'
import { setOperation } from './operation'

it('leaves out what is as it would be anyway', () => {
  const plan = {} as PlanDocument
  setOperation(plan, { keepDays: 60 })
  expect(plan.operation).toEqual({ keepDays: 60 })
  setOperation(plan, { taughtHead: false })
  expect(plan.operation).toEqual({ keepDays: 60, taughtHead: false })
  setOperation(plan, { keepDays: null })
  setOperation(plan, { taughtHead: true })
  expect('operation' in plan).toBe(false)
})
