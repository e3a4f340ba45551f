import { type GivenType, given } from './resource.ts'
import { parameters } from './search.ts'

const interactionsOf = (type: GivenType): readonly { readonly code: string }[] =>
  (type === 'Appointment' ? ['read', 'search-type', 'create', 'update', 'patch'] : ['read', 'search-type']).map(
    code => ({ code }),
  )

const resourceOf = (type: GivenType) => ({
  type,
  interaction: interactionsOf(type),
  versioning: 'no-version',
  searchParam: Object.entries(parameters[type]).map(([name, { type: kind }]) => ({ name, type: kind })),
  ...(type === 'Patient'
    ? { operation: [{ name: 'everything', definition: 'http://hl7.org/fhir/OperationDefinition/Patient-everything' }] }
    : {}),
})

const security = (address: string) => ({
  extension: [
    {
      url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
      extension: [{ url: 'token', valueUri: `${address}/oauth/token` }],
    },
  ],
  service: [
    {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' }],
    },
  ],
  description: 'OAuth 2.0 client credentials. A system reads what its agency and role may know, and nothing else.',
})

/** What this server does, for whoever asks; `published` is a date. */
export const capabilityStatement = (address: string, published: string) => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: published,
  kind: 'instance',
  software: { name: 'Holdfast' },
  implementation: { description: 'The shared record of the agencies around a family', url: `${address}/fhir` },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json', 'application/fhir+xml'],
  patchFormat: ['application/fhir+json', 'application/merge-patch+json'],
  rest: [
    {
      mode: 'server',
      security: security(address),
      resource: given.map(resourceOf),
      interaction: [{ code: 'transaction' }, { code: 'batch' }],
      operation: [
        {
          name: 'process-message',
          definition: 'http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message',
        },
      ],
    },
  ],
})

/** Where a system signs in, as SMART has it. */
export const smartConfiguration = (address: string) => ({
  token_endpoint: `${address}/oauth/token`,
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  grant_types_supported: ['client_credentials'],
  scopes_supported: ['system/*.rs'],
  capabilities: ['permission-v2'],
})
