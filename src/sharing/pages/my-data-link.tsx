import type { Organisation } from '../../organisations/model'
import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import type { AppContext } from '../../web/app-env'
import { myText } from './page-text'

/** The way to what is kept, for those whose own record it is. */
export const MyData = ({ c, organisation: { id, slug } }: { c: AppContext; organisation: Organisation }) => {
  const here = c.var.viewer?.memberships.filter(({ organisationId }) => organisationId === id)
  return here?.some(({ role }) => permits(role, 'privacy:own')) ? (
    <p class="govuk-body">
      <a class="govuk-link" href={path('myData', { slug })}>
        {myText[c.var.language].myData}
      </a>
    </p>
  ) : null
}
