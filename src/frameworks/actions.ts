export {
  importFramework,
  previewFramework,
} from './imports/actions'
export { frameworkAddresses, getFramework, getFrameworkItem, listChoices, listImported } from './lookup'
export {
  addMapping,
  alignmentsForBadge,
  badgeRevision,
  listMappings,
  type MappedItem,
  practisedByRoles,
  removeMapping,
} from './mappings'
