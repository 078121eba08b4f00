// Who may import whom, as the house has it. `test/invariants/boundaries.test.ts` plants a bad import for each rule.

const tests = '\\.test\\.tsx?$|^test/';
const packageOf = (name) => `(^|/)node_modules/${name}(/|$)`;
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const ours = '^(surveys|channels|db|server|web)/';

/** Which library may stand in which folder: one list. A library that is not here may stand anywhere its folder allows. */
const homes = {
  'survey-core': '^surveys/questionnaire/surveyjs\\.ts$|^web/resident/form/',
  'survey-react-ui': '^web/resident/form/',
  zod: '^(surveys|channels|server|web/shared|web/console)/',
  'temporal-polyfill': '^(surveys|channels|server|db|web)/',
  'drizzle-orm': '^db/',
  postgres: '^db/',
  hono: '^server/(app\\.ts|routes/|middleware/|auth/)|^server/[a-z]+\\.node\\.ts$|^server/(node|worker)\\.ts$|^web/(pages|charts)/',
  '@hono': '^server/(node\\.ts|[a-z]+\\.node\\.ts)$',
  'better-auth': '^server/auth/',
  twilio: '^channels/(sms|voice)/',
  '@noble': '^channels/(email|sms)/|^server/auth/hash\\.ts$',
  '@sendgrid': '^channels/email/',
  nodemailer: '^channels/email/',
  'postal-mime': '^channels/email/',
  'email-reply-parser': '^channels/email/',
  'libphonenumber-js': '^(channels/sms|channels/voice)/|^channels/[a-z-]+\\.ts$|^server/actions/|^db/demo/',
  undici: '^channels/',
  '@myriaddreamin': '^channels/post/',
  'zxing-wasm': '^channels/post/',
  papaparse: '^server/actions/',
  'fast-xml-parser': '^server/actions/translation/',
  'd3-(scale|shape)': '^web/charts/',
  '@dnd-kit': '^web/console/rooms/questionnaires/builder/',
  '(react|react-dom)': '^web/(console|resident/form)/',
  '(@mantine|@tanstack|i18next)': '^web/console/',
};

const placed = Object.entries(homes).map(([library, home]) =>
  rule(
    `${library.replaceAll(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}-in-its-place`,
    `${library} stands in ${home} only`,
    { path: ours, pathNot: [home, tests] },
    { path: packageOf(library) },
  ),
);

const folders = [
  rule(
    'surveys-imports-nobody',
    'the domain knows no other folder',
    { path: '^surveys/', pathNot: tests },
    {
      path: '^(channels|db|server|web)/',
    },
  ),
  rule(
    'surveys-packages',
    'zod, Temporal, and survey-core in one file',
    { path: '^surveys/', pathNot: tests },
    { path: packageOf('[^/]+'), pathNot: ['zod', 'temporal-polyfill', '@js-temporal', 'survey-core'].map(packageOf) },
  ),
  rule(
    'channels-import-surveys-types',
    'channels take types of surveys, and nothing of db, server, web',
    {
      path: '^channels/',
      pathNot: tests,
    },
    { path: '^(db|server|web)/' },
  ),
  rule(
    'channels-run-no-surveys',
    'types only',
    { path: '^channels/', pathNot: tests },
    {
      path: '^surveys/',
      dependencyTypesNot: ['type-only'],
    },
  ),
  rule(
    'channel-folders-apart',
    'no channel knows another',
    { path: '^channels/([^/]+)/', pathNot: tests },
    {
      path: '^channels/[^/]+/',
      pathNot: '^channels/$1/',
    },
  ),
  rule(
    'db-imports-surveys',
    'db knows the domain and no other folder',
    { path: '^db/', pathNot: tests },
    {
      path: '^(channels|server|web)/',
    },
  ),
  rule(
    'raw-results-stay-in',
    'numbers leave surveys/results only through tables.ts, after disclosure control',
    { path: ours, pathNot: [tests, '^surveys/results/'] },
    { path: '^surveys/results/raw/' },
  ),
  rule('queries-never-write', 'queries only read', { path: '^db/queries/' }, { path: '^db/(commands|demo)/' }),
  rule(
    'routes-read-or-act',
    'a route reads by a query or acts by an action',
    { path: '^server/routes/', pathNot: ['^server/routes/webhooks/', tests] },
    {
      path: '^(db|channels)/',
      pathNot: '^db/queries/',
      dependencyTypesNot: ['type-only'],
    },
  ),
  rule(
    'webhooks-parse-and-act',
    'a webhook reads its provider by the pure code of its channel, then acts',
    { path: '^server/routes/webhooks/', pathNot: tests },
    {
      path: '^db/|^channels/.*\\.node\\.ts$|^channels/build',
      pathNot: '^db/queries/',
      dependencyTypesNot: ['type-only'],
    },
  ),
  rule(
    'contract-is-plain',
    'the contract is types and schemas: the console reads it too',
    {
      path: '^server/routes/contract/',
      pathNot: tests,
    },
    { path: '^(channels|db|web)/|^server/', pathNot: '^server/routes/contract/|^server/(actor|routes/route)\\.ts$' },
  ),
  rule(
    'actions-not-to-http',
    'actions and work know no HTTP',
    { path: '^server/(actions|work)/', pathNot: tests },
    {
      path: '^server/(routes|middleware)/|^server/app\\.ts$',
    },
  ),
  rule('entries-are-leaves', 'nothing imports an entry', {}, { path: '^server/(node|worker|cli)\\.ts$' }),
  rule(
    'server-runs-pages-only',
    'of web, the server runs pages and charts',
    { path: '^server/', pathNot: tests },
    {
      path: '^web/',
      pathNot: '^web/(pages|charts)/',
    },
  ),
  rule(
    'web-runs-surveys-only',
    'web takes types of the server',
    { path: '^web/', pathNot: tests },
    {
      path: '^(server|channels|db)/',
      dependencyTypesNot: ['type-only'],
    },
  ),
  rule(
    'one-api-client',
    'the type of the API comes through web/shared/api.ts',
    {
      path: '^web/',
      pathNot: ['^web/shared/api\\.ts$', tests],
    },
    { path: '^(server|channels|db)/' },
  ),
  rule(
    'pages-are-pure',
    'pages and charts know each other and the domain',
    {
      path: '^web/(pages|charts)/',
      pathNot: tests,
    },
    { path: '^web/(resident|console|shared)/' },
  ),
  rule(
    'resident-and-console-apart',
    'neither knows the other',
    { path: '^web/(resident|console)/', pathNot: tests },
    {
      path: '^web/(resident|console)/',
      pathNot: '^web/$1/',
    },
  ),
  rule(
    'shared-is-below',
    'what is shared knows neither side',
    { path: '^web/shared/', pathNot: tests },
    {
      path: '^web/(resident|console)/',
    },
  ),
];

const nodeFiles = ['^server/install\\.mjs$', '\\.node\\.ts$', '^server/(node|cli)\\.ts$', '\\.config\\.ts$', tests];

const everywhere = [
  rule(
    'node-at-the-edge',
    'node:* only where a Worker never comes',
    { path: ours, pathNot: nodeFiles },
    {
      dependencyTypes: ['core'],
    },
  ),
  rule(
    'worker-runs-no-node-file',
    'the Worker reaches no *.node.ts',
    { path: '^server/worker\\.ts$' },
    {
      path: '\\.node\\.ts$',
      reachable: true,
    },
  ),
  rule(
    'no-runtime-cycles',
    'a cycle of imports runs half made',
    {},
    {
      circular: true,
      viaOnly: { dependencyTypesNot: ['type-only'] },
    },
  ),
  rule('not-to-test', 'the product needs no test', { path: ours, pathNot: tests }, { path: tests }),
  rule('resolves', 'every import leads somewhere', { path: ours }, { couldNotResolve: true }),
];

module.exports = {
  forbidden: [...folders, ...everywhere, ...placed],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
