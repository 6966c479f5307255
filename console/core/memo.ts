import { Component, type ComponentChild, type ComponentType } from 'preact'

const differ = (a: object, b: object) => {
  const names = Object.keys(b) as (keyof typeof b)[]
  return Object.keys(a).length !== names.length || names.some((name) => a[name as keyof typeof a] !== b[name])
}

/** A component that is drawn again only when one of its properties is another one: a row of a long table. */
export const memo = <Props extends object>(draw: (props: Props) => ComponentChild): ComponentType<Props> =>
  class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return differ(this.props, next)
    }

    override render(props: Props): ComponentChild {
      return draw(props)
    }
  }
