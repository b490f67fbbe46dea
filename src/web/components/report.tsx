import type { ReportBlock } from '../../documents/model'
import { Cell, SummaryList, Table } from './content'

const Block = ({ block }: { block: ReportBlock }) => {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? (
        <h2 class="govuk-heading-m" dir="auto" lang={block.language}>
          {block.text}
        </h2>
      ) : (
        <h3 class="govuk-heading-s" dir="auto" lang={block.language}>
          {block.text}
        </h3>
      )
    case 'paragraph':
      return (
        <p class={block.quiet ? 'govuk-body-s' : 'govuk-body'} dir="auto" lang={block.language}>
          {block.text}
        </p>
      )
    case 'list':
      return (
        <ul class="govuk-list govuk-list--bullet">
          {block.items.map((item) => (
            <li dir="auto">{item}</li>
          ))}
        </ul>
      )
    case 'facts':
      return <SummaryList rows={block.rows.map(({ label, value }) => ({ key: label, value }))} />
    case 'table':
      return (
        <Table
          caption={block.caption}
          head={block.columns.map(({ text, numeric = false }) => ({ text, numeric }))}
        >
          {block.rows.map((row) => (
            <tr class="govuk-table__row">
              {block.columns.map(({ numeric = false }, index) => (
                <Cell header={index === 0} numeric={numeric}>
                  {row[index] ?? ''}
                </Cell>
              ))}
            </tr>
          ))}
        </Table>
      )
    case 'bars':
      return <p class="govuk-body">{block.description}</p>
    case 'code':
      return (
        <p class="govuk-body">
          {block.text}{' '}
          <a class="govuk-link app-break" href={block.address}>
            {block.address}
          </a>
        </p>
      )
    case 'part':
      return (
        <>
          <h2 class="govuk-heading-m" dir="auto" lang={block.language}>
            {block.title}
          </h2>
          {block.subtitle === undefined ? null : <p class="govuk-body">{block.subtitle}</p>}
        </>
      )
    // Lines to sign on, and where a page ends, are of paper alone.
    case 'signatures':
    case 'page':
      return null
  }
}

/** What a PDF says, as a part of a page: made of the same blocks, so that neither says more than the other. */
export const ReportContent = ({ blocks }: { blocks: readonly ReportBlock[] }) => (
  <>
    {blocks.map((block) => (
      <Block block={block} />
    ))}
  </>
)
