import type { PlanDocument } from '@/api/sitePlan'

type Operation = NonNullable<PlanDocument['operation']>

/** Changes one thing of how the installation is run; what is as it would be anyway is left out. */
export function setOperation(plan: PlanDocument, change: Partial<Operation>): void {
  const next = { ...plan.operation, ...change } as Partial<Operation>
  if (next.keepDays === null || next.keepDays === undefined) delete next.keepDays
  if (next.taughtHead !== false) delete next.taughtHead
  if (Object.keys(next).length > 0) plan.operation = next as Operation
  else delete (plan as Partial<PlanDocument>).operation
}
