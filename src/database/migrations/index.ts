import type { Migration } from 'kysely/migration'
import { foundation } from './20261124T0000-foundation'
import { accounts } from './20261124T0001-accounts'
import { claims } from './20261124T0002-claims'
import { imports } from './20261124T0003-imports'
import { compromisedKeys } from './20261124T0004-compromised-keys'
import { keysByOrganisation } from './20261124T0006-keys-by-organisation'
import { suspension } from './20261124T0007-suspension'
import { quickBatches } from './20261124T0008-quick-batches'
import { wholeDocuments } from './20261124T0009-whole-documents'
import { ledger } from './20261124T0030-ledger'
import { sessionChanges } from './20261124T0031-session-changes'
import { jwtKeys } from './20261125T0101-jwt-keys'
import { youngPeople } from './20261125T0200-young-people'
import { volunteerRecord } from './20261125T0201-volunteer-record'
import { organisationSettings } from './20261125T0300-settings'
import { keeping } from './20261125T0301-keeping'
import { demographics } from './20261125T0302-demographics'
import { recordLinks } from './20261125T0303-record-links'
import { rolesAndPlacements } from './20261125T0400-roles-and-placements'
import { checkIn } from './20261125T0501-check-in'
import { importOverlaps } from './20261125T0502-import-overlaps'
import { skills } from './20261125T0600-skills'
import { evidence } from './20261125T0700-evidence'
import { badgeChoices } from './20261125T0701-badge-choices'
import { dofe } from './20261125T0801-dofe'
import { printRuns } from './20261125T0900-print-runs'
import { claimSlips } from './20261125T1200-claim-slips'
import { chosenSkills } from './20261125T1300-chosen-skills'
import { ownBadges } from './20261125T1400-own-badges'
import { erasureOfRooms } from './20261125T1500-erasure-of-rooms'
import { endorsements } from './20261125T1510-endorsements'
import { renewal } from './20261125T1520-renewal'
import { addressChanges } from './20261125T1600-address-changes'
import { photoFiles } from './20261125T1601-photo-files'
import { looks } from './20261125T1701-looks'
import { sharingByItem } from './20261125T1702-sharing-by-item'
import { badgeStandings } from './20261125T1800-badge-standings'

/** Every migration by name; names sort by time and are never changed once they have landed. */
export const migrations: Record<string, Migration> = {
  '20261124T0000-foundation': foundation,
  '20261124T0001-accounts': accounts,
  '20261124T0002-claims': claims,
  '20261124T0003-imports': imports,
  '20261124T0004-compromised-keys': compromisedKeys,
  '20261124T0006-keys-by-organisation': keysByOrganisation,
  '20261124T0007-suspension': suspension,
  '20261124T0008-quick-batches': quickBatches,
  '20261124T0009-whole-documents': wholeDocuments,
  '20261124T0030-ledger': ledger,
  '20261124T0031-session-changes': sessionChanges,
  '20261125T0101-jwt-keys': jwtKeys,
  '20261125T0200-young-people': youngPeople,
  '20261125T0201-volunteer-record': volunteerRecord,
  '20261125T0300-settings': organisationSettings,
  '20261125T0301-keeping': keeping,
  '20261125T0302-demographics': demographics,
  '20261125T0303-record-links': recordLinks,
  '20261125T0400-roles-and-placements': rolesAndPlacements,
  '20261125T0501-check-in': checkIn,
  '20261125T0502-import-overlaps': importOverlaps,
  '20261125T0600-skills': skills,
  '20261125T0700-evidence': evidence,
  '20261125T0701-badge-choices': badgeChoices,
  '20261125T0801-dofe': dofe,
  '20261125T0900-print-runs': printRuns,
  '20261125T1200-claim-slips': claimSlips,
  '20261125T1300-chosen-skills': chosenSkills,
  '20261125T1400-own-badges': ownBadges,
  '20261125T1500-erasure-of-rooms': erasureOfRooms,
  '20261125T1510-endorsements': endorsements,
  '20261125T1520-renewal': renewal,
  '20261125T1600-address-changes': addressChanges,
  '20261125T1601-photo-files': photoFiles,
  '20261125T1701-looks': looks,
  '20261125T1702-sharing-by-item': sharingByItem,
  '20261125T1800-badge-standings': badgeStandings,
}
