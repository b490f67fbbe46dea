import { bytesToHex } from '@noble/hashes/utils.js'
import { allocatePlaces } from '../../src/awards/status-lists/store'
import { readConfig } from '../../src/config'
import { withOrganisation } from '../../src/database/scope'
import { MINIMUM_ENTRIES } from '../../src/openbadges/status-list'
import { openNodeDeps } from '../../src/platform/open-deps-node'

/** A program of the tests: so many issuers take places in status lists without an end, and tell which they got. */
const [organisationId = '', issuers = ''] = process.argv.slice(2)
const { deps } = await openNodeDeps(readConfig(process.env), { runNow: async () => {} })
const openNext = () => ({
  id: deps.random.uuid(),
  size: MINIMUM_ENTRIES,
  permutationKey: bytesToHex(deps.random.bytes(32)),
})
const issue = async (): Promise<never> => {
  for (;;) {
    const purpose = Math.random() < 0.5 ? 'revocation' : 'suspension'
    const count = 1 + Math.floor(Math.random() * 20)
    const places = await withOrganisation(deps.db, organisationId, (scope) =>
      allocatePlaces(scope, { purpose, count }, openNext),
    )
    process.stdout.write(places.map(({ listId, index }) => `place ${listId} ${index}\n`).join(''))
  }
}
await Promise.all(Array.from({ length: Number(issuers) }, issue))
