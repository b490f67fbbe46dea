import type { Opportunity, PublicRole } from '../opportunities/model'

const both = (en: string | null, cy: string | null) =>
  [
    ...(en === null ? [] : [{ '@language': 'en', '@value': en }]),
    ...(cy === null ? [] : [{ '@language': 'cy', '@value': cy }]),
  ] as const

const each = (en: readonly string[], cy: readonly string[]) =>
  [
    ...en.map((value) => ({ '@language': 'en', '@value': value })),
    ...cy.map((value) => ({ '@language': 'cy', '@value': value })),
  ] as const

/**
 * A published role as JSON-LD: a Role of schema.org with its offers of places. `employmentType` is always VOLUNTEER: no
 * role is a job. `boundary` has the sentence that every role page shows, and `statement` the version it conforms to.
 *
 * @see https://schema.org/Role
 */
export const buildRoleDocument = (facts: {
  readonly id: string
  readonly provider: { readonly id: string; readonly name: string }
  readonly role: PublicRole
  readonly opportunities: readonly Opportunity[]
  readonly statement: string | null
  readonly boundary: { readonly en: string; readonly cy: string }
}) => {
  const { id, provider, role, opportunities, statement, boundary } = facts
  return {
    '@context': 'https://schema.org',
    '@type': 'Role',
    '@id': id,
    identifier: role.nationalCode,
    name: both(role.titleEn, role.titleCy),
    description: both(role.summaryEn, role.summaryCy),
    responsibilities: each(role.tasksEn, role.tasksCy),
    employmentType: 'VOLUNTEER',
    provider: { '@type': 'Library', '@id': provider.id, name: provider.name },
    category: role.boundaryClass,
    disambiguatingDescription: both(boundary.en, boundary.cy),
    ...(statement === null ? {} : { conformsTo: statement }),
    keywords: [...role.offers, ...role.skills],
    ...(role.minimumAge === null ? {} : { typicalAgeRange: `${role.minimumAge}-` }),
    potentialAction: opportunities.map((one) => ({
      '@type': 'ApplyAction',
      ...{ identifier: one.id, startTime: one.startsOn, expires: one.applyUntil },
      ...(one.endsOn === null ? {} : { endTime: one.endsOn }),
      ...(one.branchName === null ? {} : { location: { '@type': 'Library', name: one.branchName } }),
    })),
  }
}
