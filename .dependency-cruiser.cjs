/**
 * The dependency rule: model -> rules -> store -> actions -> api | pages -> app -> node | worker,
 * imports point left only. See docs/architecture.md.
 */
const PURE = [
  '^src/openbadges/',
  '^src/[a-z-]+/model\\.ts$',
  '^src/[a-z-]+/[a-z-]+/model\\.ts$',
  '^src/[a-z-]+/rules/',
  '^src/problems\\.ts$',
]
const HTTP = '/(api|pages)(\\.tsx?$|/)'
const PURE_PACKAGES =
  '^node_modules/(zod|jose|@cfworker/json-schema|jsonld|cborg|rdf-canonize|fflate|@scure/base|@noble/hashes|pdf-lib|fontkit|bidi-js|qrcode|papaparse|temporal-polyfill|temporal-spec|luxon|@types/[a-z-]+)(/|$)'

module.exports = {
  forbidden: [
    {
      name: 'pure-stays-pure',
      severity: 'error',
      from: { path: PURE },
      to: {
        pathNot: [...PURE, '^contexts/', '^badge-definitions/', '^frameworks/', '^templates/', PURE_PACKAGES],
      },
    },
    {
      name: 'openbadges-stands-alone',
      severity: 'error',
      from: { path: '^src/openbadges/' },
      to: { path: '^src/', pathNot: '^src/openbadges/' },
    },
    {
      name: 'sql-only-in-stores',
      severity: 'error',
      from: {
        pathNot: [
          '^src/database/',
          '/store\\.ts$',
          '^src/(node|worker|worker-local|deps)\\.ts$',
          '^src/accounts/',
          '^src/platform/.*-node\\.ts$',
        ],
      },
      to: { path: '^node_modules/(kysely|pg)/' },
    },
    {
      name: 'stores-are-private',
      severity: 'error',
      from: { path: '^src/([a-z-]+)/' },
      to: { path: '^src/.+/store\\.ts$', pathNot: '^src/$1/' },
    },
    {
      name: 'http-is-the-top',
      severity: 'error',
      from: { pathNot: [HTTP, '^src/web/', '^src/(app|node|worker)\\.tsx?$', '^src/accounts/'] },
      to: { path: '^node_modules/(hono|@hono)/' },
    },
    {
      name: 'runtimes-at-the-edge',
      severity: 'error',
      from: { pathNot: ['^src/(node|cli|worker-local)\\.ts$', '^src/platform/.*-node\\.ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nobody-imports-an-entry',
      severity: 'error',
      from: {},
      to: { path: '^src/(node|worker|worker-local|cli)\\.ts$' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    doNotFollow: { path: 'node_modules' },
  },
}
