import { defineElement } from '../../src/element.ts';
import { mountInto } from '../../src/mount-into.tsx';
import { loadTable } from '../../src/state/load-table.ts';
import { fakeClient } from '../fake-client.ts';

/** A widget over a client that does what the story says. The story adds the element, with its attributes, when it has said that. */
const fake = fakeClient();
Object.assign(window, { fake });
defineElement((element, options) => mountInto(element, options, { makeClient: () => fake.client, loadTable }));
