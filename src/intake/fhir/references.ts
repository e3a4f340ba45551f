import { all, type FhirNode, first, text, typeOf } from './node.ts'

/** A resource that stands in what was sent, with the address that the Bundle gives it. */
export interface Entered {
  readonly resource: FhirNode
  readonly fullUrl: string | undefined
  /** How the Bundle asks for it to be done: POST, PUT, PATCH, DELETE; nothing but in a transaction. */
  readonly method: string | undefined
}

/** All that was sent together, so that what refers can be led to what it means, in whichever order they stand. */
export interface Together {
  readonly entered: readonly Entered[]
  readonly byAddress: ReadonlyMap<string, FhirNode>
}

/** In a transaction the id of what is changed may stand in its address alone. */
const withId = (resource: FhirNode | undefined, url: string | undefined): FhirNode | undefined => {
  const id = resource && /^([A-Za-z]+)\/([A-Za-z0-9.-]{1,64})$/u.exec(url ?? '')
  const isOwn =
    id?.[1] === (resource && typeOf(resource)) && resource !== undefined && text(resource, 'id') === undefined
  return isOwn ? { ...resource, id: id?.[2] } : resource
}

const enteredIn = (bundle: FhirNode): readonly Entered[] =>
  all(bundle, 'entry').flatMap(entry => {
    const resource = withId(first(entry, 'resource'), text(entry, 'request', 'url'))
    const [fullUrl, method] = [text(entry, 'fullUrl'), text(entry, 'request', 'method')]
    return resource === undefined ? [] : [{ resource, fullUrl, method }]
  })

const typeAndId = (resource: FhirNode): string | undefined => {
  const id = text(resource, 'id')
  return id === undefined ? undefined : `${typeOf(resource)}/${id}`
}

const addressesOf = ({ resource, fullUrl }: Entered): readonly string[] =>
  [fullUrl, fullUrl?.replace(/^urn:uuid:/u, ''), typeAndId(resource)].flatMap(address => address ?? [])

/** A resource with all that came with it: a Bundle's entries, or itself alone. */
export const togetherIn = (resource: FhirNode): Together => {
  const alone = [{ resource, fullUrl: undefined, method: undefined }]
  const entered = typeOf(resource) === 'Bundle' ? enteredIn(resource) : alone
  return {
    entered,
    byAddress: new Map(entered.flatMap(one => addressesOf(one).map(address => [address, one.resource] as const))),
  }
}

/** The last two parts of an address: its type and id, whatever server and version stand around them. */
const shortAddress = (address: string): string | undefined =>
  /([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/u.exec(address)?.[1]

/** What a reference says by itself: a type and an id ("Patient/2"), in two parts. */
export const namedIn = (reference: FhirNode): { readonly type: string; readonly id: string } | undefined => {
  const [type = '', id = ''] = shortAddress(text(reference, 'reference') ?? '')?.split('/') ?? []
  return id === '' ? undefined : { type, id }
}

/** The resource that a reference means: contained in its holder, in the same Bundle, or nothing when it stands elsewhere. */
export const meantBy = (
  { byAddress }: Together,
  holder: FhirNode,
  reference: FhirNode | undefined,
): FhirNode | undefined => {
  const address = reference === undefined ? undefined : text(reference, 'reference')
  if (address === undefined) return undefined
  if (address.startsWith('#')) return all(holder, 'contained').find(one => text(one, 'id') === address.slice(1))
  return byAddress.get(address) ?? byAddress.get(shortAddress(address) ?? '')
}
