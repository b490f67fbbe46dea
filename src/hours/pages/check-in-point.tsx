import { path } from '../../paths'
import type { AppContext, Language } from '../../web/app-env'
import { CopyField } from '../../web/components'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { getCheckInPoint } from '../actions'
import { drawQrCode } from '../rules/draw-qr-code'
import { checkInText } from './check-in-text'

const QrCode = ({ address, language }: { address: string; language: Language }) => {
  const { path: shape, size } = drawQrCode(address)
  return (
    <svg
      class="app-qr"
      role="img"
      aria-label={checkInText[language].codeOf(address)}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={shape} fill="#000" />
    </svg>
  )
}

/** A poster to print, or how a tablet is linked. */
export const showCheckInPoint = async (c: AppContext) => {
  const { organisation } = await requirePermission(c, 'check-in:manage')
  const { deps, language } = c.var
  const t = checkInText[language]
  const { slug } = organisation
  const { point, linkToken } = await getCheckInPoint(deps, organisation.id, c.req.param('pointId') ?? '')
  const back = { href: path('serviceCheckIn', { slug }), text: t.back }
  const parts = { slug, key: point.key }
  const page = { organisation, current: 'checkIn', back } as const
  if (point.kind === 'poster') {
    const address = deps.config.origin + path('checkIn', parts)
    return renderPage(
      c,
      { ...page, title: t.posterTitle },
      <>
        <p class="govuk-body app-not-printed">{t.print}</p>
        <article class="app-poster">
          <h1 class="govuk-heading-xl">{t.posterTitle}</h1>
          <p class="govuk-body-l">{t.posterLead}</p>
          <QrCode address={address} language={language} />
          <p class="govuk-body">
            <a class="govuk-link" href={path('checkIn', parts)}>
              {address}
            </a>
          </p>
          <p class="govuk-body-l">{point.branchName}</p>
          <p class="govuk-body">{t.posterNumber}</p>
        </article>
      </>,
    )
  }
  const link = linkToken && path('checkInLink', { ...parts, token: linkToken })
  return renderPage(
    c,
    { ...page, title: t.tabletTitle },
    <>
      <span class="govuk-caption-l">{point.branchName}</span>
      <h1 class="govuk-heading-l">{t.tabletTitle}</h1>
      {link === undefined ? (
        <p class="govuk-body">{point.linkedAt === null ? t.tabletLate : t.tabletLinked}</p>
      ) : (
        <>
          <p class="govuk-body">{t.tabletSteps}</p>
          <QrCode address={deps.config.origin + link} language={language} />
          <CopyField id="link" label={t.tabletTitle} value={deps.config.origin + link} language={language} />
          <p class="govuk-body">
            <a class="govuk-link" href={link}>
              {t.link}
            </a>
          </p>
        </>
      )}
    </>,
  )
}
