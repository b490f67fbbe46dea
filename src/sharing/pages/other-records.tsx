import { path } from '../../paths'
import { namesOf } from '../../people/actions'
import { consentText } from '../../people/consent-text'
import type { AppContext, Language } from '../../web/app-env'
import { Button } from '../../web/components'
import { type OwnRecord, recordsOf, requireViewer } from '../../web/guard'

/** The other people whose records the viewer may open at the services that are shown. */
export const otherRecords = async (c: AppContext, shown: readonly OwnRecord[]) => {
  const all = recordsOf(requireViewer(c), 'record:read-own')
  const others = all.filter(({ personId }) => !shown.some((one) => one.personId === personId))
  return Promise.all(
    others.map(async ({ organisationId, personId }) => ({
      personId,
      name: (await namesOf(c.var.deps, organisationId, [personId])).get(personId) ?? '',
    })),
  )
}

export const OtherRecords = (props: {
  readonly others: Awaited<ReturnType<typeof otherRecords>>
  readonly language: Language
}) => {
  const t = consentText[props.language]
  if (props.others.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{t.others}</h2>
      {props.others.map(({ personId, name }) => (
        <form method="post" action={path('myPerson')}>
          <input type="hidden" name="person" value={personId} />
          <Button secondary>{`${t.choose}: ${name}`}</Button>
        </form>
      ))}
    </section>
  )
}
