export { Breadcrumbs, Button, ButtonGroup, CopyField, Pagination } from './actions'
export { Checkboxes, Fieldset, Radios, RowCheckbox } from './choices'
export {
  Cell,
  Details,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  Panel,
  ProgressBar,
  SummaryList,
  Table,
  Tag,
  WarningText,
} from './content'
export { FileUpload, Select, Textarea, TextInput } from './fields'
