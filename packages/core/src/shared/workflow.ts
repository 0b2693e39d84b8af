/** One action on a thing that has a status. */
export interface Transition<Status extends string, Permission extends string> {
  readonly from: readonly Status[];
  readonly to: Status;
  /** The right the actor must hold. */
  readonly needs: Permission;
  /** Separation of duties: whoever entered the thing may not do this to it. */
  readonly apart?: boolean;
  /** The thing must carry no error. */
  readonly sound?: boolean;
}

export type Workflow<Status extends string, Permission extends string> = Readonly<Record<string, Transition<Status, Permission>>>;

/** Keeps the literal types of a workflow table (`as const` would hide it from mutation testing). */
export function workflowOf<Status extends string, Permission extends string>() {
  return <const T extends Workflow<Status, Permission>>(table: T): T => table;
}

/** The actions the table allows from a status, in the table's order. */
export function actionsFrom<T extends Workflow<string, string>>(workflow: T, status: string): readonly (keyof T & string)[] {
  return (Object.keys(workflow) as (keyof T & string)[]).filter((action) => workflow[action]?.from.includes(status));
}
