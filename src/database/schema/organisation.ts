import type { Generated } from 'kysely'

/** A network, a library service in it, or a community library beneath a service: the tenant. Everything here is public. */
export type OrganisationTable = {
  id: string
  kind: 'network' | 'service' | 'community'
  /** The network that a service belongs to, the service that a community library belongs to; null for a network. */
  parent_id: string | null
  /** Part of public addresses and of the did:web identifier: never changed. */
  slug: string
  name_en: string
  name_cy: string | null
  nation: 'England' | 'Wales' | 'Scotland' | 'Northern Ireland'
  /** ONS code of the library authority; null for a network and for a demo service. */
  gss_code: string | null
  /** Welsh is written and shown first. */
  welsh_first: Generated<boolean>
  /** A made-up service of the demonstration: every page of it says so. */
  demo: Generated<boolean>
  url: string | null
  /** Theme colour as #rrggbb; at least 4.5:1 against white. */
  theme_colour: string
  /** Second colour as #rrggbb, of marks; at least 4.5:1 against paper. */
  accent_colour: string | null
  /** SHA-256 of the logo, in hex, and its media type; null where there is none. */
  logo_sha256: string | null
  logo_type: 'image/png' | 'image/svg+xml' | null
  /** How it signs the JWT form of its badges. */
  jwt_algorithm: Generated<'RS256' | 'ES256' | 'EdDSA'>
  created_at: Generated<Date>
}
