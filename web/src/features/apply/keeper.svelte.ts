// Keeps the form of an application while it is filled in.

import { Keeper as Kept, type Ports as PortsOf } from '../../lib/keeper.svelte'
import { draftOf, rootOf, wire, type ApplicationView, type Draft, type WireForm } from './model'

export type { Saving } from '../../lib/keeper.svelte'
export type Ports = PortsOf<ApplicationView, WireForm>

export class Keeper extends Kept<ApplicationView, Draft, WireForm> {
  constructor(view: ApplicationView, ports: Ports) {
    super({ room: 'apply', formOf: of => of.form, draftOf, wire, rootOf, mayWrite: of => of.state === 'draft' || of.state === 'correction' }, view, ports)
  }
}
