/** What goes out to one address. */
export interface FamilyMessage {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Our own id of the message, which the service gives back. */
  readonly reference: string
}

/** What a service said at once: taken, under its own number; refused for good; or to be tried again. It holds no address. */
export type SendOutcome =
  | { readonly taken: string | undefined }
  | { readonly refused: string }
  | { readonly again: string }

/** Sends one message by one way. */
export interface FamilySender {
  readonly send: (message: FamilyMessage) => Promise<SendOutcome>
}

/** The senders that are set up; a way without one is for a person. */
export interface FamilySenders {
  readonly text?: FamilySender | undefined
  readonly email?: FamilySender | undefined
}
