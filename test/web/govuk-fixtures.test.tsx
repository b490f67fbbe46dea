import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { Button, InsetText, Tag } from '../../src/web/components'

type Fixture = { readonly name: string; readonly options: Record<string, string>; readonly html: string }

/** What the design system says the HTML of a component is. */
const fixture = (component: string, name: string): Fixture => {
  const file = resolve(`node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`)
  const { fixtures }: { fixtures: readonly Fixture[] } = JSON.parse(readFileSync(file, 'utf8'))
  const found = fixtures.find((one) => one.name === name)
  if (found === undefined) throw new Error(`${component} has no fixture “${name}”.`)
  return found
}

/** Tags with their classes and the text between them; what only its own scripts use is left out. */
const shapeOf = (html: string): string[] =>
  [...html.matchAll(/<(\/?[a-z]+)([^>]*)>|([^<]+)/g)].flatMap(([, tag, attributes = '', text = '']) => {
    if (tag === undefined) return text.trim() === '' ? [] : [text.trim()]
    const classes = /class="([^"]*)"/.exec(attributes)?.[1] ?? ''
    return [`${tag} ${classes.trim().split(/\s+/).sort().join(' ')}`.trim()]
  })

const sameShape = (ours: unknown, component: string, name: string) =>
  expect({ name, shape: shapeOf(String(ours)) }).toEqual({
    name,
    shape: shapeOf(fixture(component, name).html),
  })

const textOf = (component: string, name: string) => fixture(component, name).options['text'] ?? ''

test('buttons, tags and inset texts have the markup of the design system', () => {
  sameShape(<Button>{textOf('button', 'default')}</Button>, 'button', 'default')
  sameShape(<Button secondary>{textOf('button', 'secondary')}</Button>, 'button', 'secondary')
  sameShape(<Button warning>{textOf('button', 'warning')}</Button>, 'button', 'warning')
  sameShape(<Tag colour="grey">{textOf('tag', 'grey')}</Tag>, 'tag', 'grey')
  sameShape(<Tag colour="green">{textOf('tag', 'green')}</Tag>, 'tag', 'green')
  sameShape(<InsetText>{textOf('inset-text', 'default')}</InsetText>, 'inset-text', 'default')
})
