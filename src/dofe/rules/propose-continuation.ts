import type { DofeRules } from '../model'

type RoleLike = { readonly id: string; readonly nationalCode: string }

/**
 * Roles of a service in which somebody can go on after a seasonal one, the most fitting first and three at most; a role
 * that they already have besides the seasonal one is the first.
 */
export const proposeContinuation = <Role extends RoleLike>(
  rules: DofeRules,
  roles: readonly Role[],
  heldRoleIds: readonly string[],
): Role[] => {
  const fits = ({ nationalCode }: Role) => rules.continuationRoles.indexOf(nationalCode)
  const held = (role: Role) => Number(heldRoleIds.includes(role.id))
  return roles
    .filter((role) => fits(role) >= 0)
    .toSorted((a, b) => held(b) - held(a) || fits(a) - fits(b))
    .slice(0, 3)
}
