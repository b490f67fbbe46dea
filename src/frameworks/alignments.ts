import { path } from '../paths'
import type { FoundItem, ItemAlignment } from './model'
import { inLanguage, titleOfFramework } from './rules/name-item'

/** The address of an item's page at this service, from the origin on. */
export const itemPath = ({ framework, item }: FoundItem): string =>
  path('frameworkItem', { framework: framework.id, version: framework.version, code: item.code })

/**
 * The Alignment of Open Badges 3.0 to an item. Its address is the publisher's, or our page of the item where the
 * publisher has none; a code is given only with our address, for it is ours; the type only where it is truly one.
 * @param origin of this service, without a slash at the end
 * @see Open Badges 3.0, section B.1.4 (Alignment)
 */
export const alignToItem = (
  found: FoundItem,
  origin: string,
  language: 'en' | 'cy' = 'en',
): ItemAlignment => {
  const { framework, item } = found
  const common = {
    targetName: inLanguage(item.name, language),
    targetFramework: titleOfFramework(framework, language),
    ...(item.targetType === undefined ? {} : { targetType: item.targetType }),
  }
  if (item.guid !== undefined) {
    const targetUrl = origin + path('caseItem', { id: item.guid })
    return { ...common, targetUrl, targetCode: item.code }
  }
  return item.url === undefined
    ? { ...common, targetUrl: origin + itemPath(found), targetCode: item.code }
    : { ...common, targetUrl: item.url }
}
