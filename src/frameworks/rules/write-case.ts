import type { OwnFramework } from '../model'
import { nameGuid } from './name-guid'

/** Addresses of the CASE service, absolute, and of items elsewhere by their code. */
export type CaseAddresses = {
  readonly document: (guid: string) => string
  readonly package: (guid: string) => string
  readonly item: (guid: string) => string
  readonly association: (guid: string) => string
  readonly target: (code: string) => { readonly url: string; readonly title: string } | undefined
  readonly source: string
  readonly nameRole: (code: string, language: 'en' | 'cy') => string
}

type Link = { readonly title: string; readonly identifier: string; readonly uri: string }

export type CaseDocument = {
  readonly identifier: string
  readonly uri: string
  readonly creator: string
  readonly title: string
  readonly lastChangeDateTime: string
  readonly officialSourceURL: string
  readonly publisher: string
  readonly description: string
  readonly language: string
  readonly version: string
  readonly adoptionStatus: 'Adopted'
  readonly licenseURI: Link
  readonly notes: string
  readonly CFPackageURI: Link
}

export type CaseItem = {
  readonly identifier: string
  readonly uri: string
  readonly fullStatement: string
  readonly abbreviatedStatement: string
  readonly alternativeLabel: string
  readonly humanCodingScheme: string
  readonly CFItemType: string
  readonly language: string
  readonly notes: string
  readonly lastChangeDateTime: string
  readonly CFDocumentURI: Link
}

export type CaseAssociation = {
  readonly identifier: string
  readonly uri: string
  readonly associationType: 'isChildOf' | 'isRelatedTo'
  readonly sequenceNumber: number
  readonly originNodeURI: Link
  readonly destinationNodeURI: Link
  readonly lastChangeDateTime: string
  readonly CFDocumentURI: Link
}

export type CasePackage = {
  readonly CFDocument: CaseDocument
  readonly CFItems: readonly CaseItem[]
  readonly CFAssociations: readonly CaseAssociation[]
}

/**
 * Our roles and skills as a CASE 1.0 package: skills and roles are children of the document, roles are related to the
 * skills that they practise, and skills to entries of other frameworks at their publishers' addresses.
 * @see 1EdTech Competencies and Academic Standards Exchange 1.0, CFPackage
 */
export const writeCasePackage = (own: OwnFramework, at: CaseAddresses): CasePackage => {
  const documentLink = { title: own.name.en, identifier: own.guid, uri: at.document(own.guid) }
  const stamp = { lastChangeDateTime: own.changed, CFDocumentURI: documentLink }
  const items: CaseItem[] = [
    ...own.skills.map(({ code, guid, name, description }) => ({
      ...{
        identifier: guid,
        uri: at.item(guid),
        fullStatement: description.en,
        abbreviatedStatement: name.en,
      },
      ...{ alternativeLabel: name.cy, humanCodingScheme: code, CFItemType: 'Skill', language: 'en' },
      ...{ notes: description.cy, ...stamp },
    })),
    ...own.roles.map(({ code, guid }) => ({
      ...{ identifier: guid, uri: at.item(guid), fullStatement: at.nameRole(code, 'en') },
      ...{ abbreviatedStatement: at.nameRole(code, 'en'), alternativeLabel: at.nameRole(code, 'cy') },
      ...{ humanCodingScheme: code, CFItemType: 'Role', language: 'en' },
      ...{ notes: 'A role of volunteers. It is not a job.', ...stamp },
    })),
  ]
  const linkOf = ({ abbreviatedStatement: title, identifier, uri }: CaseItem): Link => ({
    ...{ title, identifier, uri },
  })
  const links = new Map(items.map((item) => [item.humanCodingScheme, linkOf(item)]))
  const relations = [...own.skills, ...own.roles].flatMap((origin) =>
    ('related' in origin ? origin.related : origin.skills).flatMap((code) => {
      const target = at.target(code)
      const [from, to] = [
        links.get(origin.code),
        links.get(code) ??
          (target && { title: target.title, identifier: nameGuid(target.url), uri: target.url }),
      ]
      return from === undefined || to === undefined ? [] : [{ from, to }]
    }),
  )
  const associate = (type: CaseAssociation['associationType'], from: Link, to: Link, place: number) => {
    const identifier = nameGuid(`${type}#${from.identifier}#${to.identifier}`)
    return {
      ...{ identifier, uri: at.association(identifier), associationType: type, sequenceNumber: place },
      ...{ originNodeURI: from, destinationNodeURI: to, ...stamp },
    }
  }
  return {
    CFDocument: {
      ...{ identifier: own.guid, uri: at.document(own.guid), creator: own.publisher, title: own.name.en },
      ...{ lastChangeDateTime: own.changed, officialSourceURL: at.source, publisher: own.publisher },
      ...{ description: own.description.en, language: 'en', version: own.version, adoptionStatus: 'Adopted' },
      licenseURI: { title: own.licence.name, identifier: nameGuid(own.licence.url), uri: own.licence.url },
      notes: own.description.cy,
      CFPackageURI: { title: own.name.en, identifier: own.guid, uri: at.package(own.guid) },
    },
    CFItems: items,
    CFAssociations: [
      ...items.map((item, place) => associate('isChildOf', linkOf(item), documentLink, place + 1)),
      ...relations.map(({ from, to }, place) => associate('isRelatedTo', from, to, place + 1)),
    ],
  }
}
