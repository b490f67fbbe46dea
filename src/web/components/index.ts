export { Button, ButtonGroup, CopyField, LinkList, Pagination, PrintButton } from './actions'
export { Chart, Columns, Rows } from './chart'
export { Checkboxes, Radios, RowCheckbox } from './choices'
export {
  Cell,
  Details,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  ProgressBar,
  SummaryList,
  Table,
  Tag,
  WarningText,
} from './content'
export { FileUpload, Select, Textarea, TextInput } from './fields'
