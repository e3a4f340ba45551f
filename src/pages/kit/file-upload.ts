import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { type FieldOptions, field } from './form-group.ts'
import { type Markup, type Options, spaced } from './markup.ts'

/** GOV.UK's options of a field for files; its script and the words of that script are left out, for we do not serve it. */
export type FileUploadOptions = FieldOptions &
  Options<{ multiple?: boolean; disabled?: boolean; classes?: string; attributes?: Attributes }>

/** A field for files with its label, help and error; it works without a script. */
export function fileUpload(options: FileUploadOptions): Markup {
  const names = spaced('govuk-file-upload', options.classes, options.errorMessage && 'govuk-file-upload--error')
  return field(options, (id, describedBy) => {
    const can = html`${attribute('disabled', options.disabled)}${attribute('multiple', options.multiple)}`
    const described = attribute('aria-describedby', describedBy)
    const further = html`${can}${described}${attributes(options.attributes)}`
    return html`<input class="${names}" id="${id}" name="${options.name}" type="file"${further}>`
  })
}
