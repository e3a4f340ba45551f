/** A question whose answer is worked out once for each thing that is asked, for as long as it is held. */
export const once = <Asked, Answer>(
  find: (asked: Asked) => Answer,
  key: (asked: Asked) => unknown = asked => asked,
): ((asked: Asked) => Answer) => {
  const known = new Map<unknown, { readonly answer: Answer }>()
  return asked => {
    const name = key(asked)
    const held = known.get(name)
    if (held !== undefined) return held.answer
    const answer = find(asked)
    known.set(name, { answer })
    return answer
  }
}

/** The same for an object that is asked with again and again; the answer is forgotten with the object. */
export const onceForEach = <Asked extends object, Answer>(
  find: (asked: Asked) => Answer,
): ((asked: Asked) => Answer) => {
  const known = new WeakMap<Asked, { readonly answer: Answer }>()
  return asked => {
    const held = known.get(asked)
    if (held !== undefined) return held.answer
    const answer = find(asked)
    known.set(asked, { answer })
    return answer
  }
}
