import { answerDocuments, partitionRangesOf, type Answer } from './answers';
import { Container } from './container';
import { readDefinition } from './definition';
import type { Json } from './documents';
import { Refusal } from './refusal';
import type { PeerRequest } from './request';

/** An account in memory: databases, and the containers in them. */
export class Account {
  private readonly databases = new Map<string, Map<string, Container>>();

  constructor(
    private readonly now: () => number,
    private readonly ranges: number,
    private readonly consistency: 'Session' | 'Strong',
  ) {}

  container(database: string, name: string): Container | undefined {
    return this.databases.get(database)?.get(name);
  }

  answer(request: PeerRequest, origin: string): Answer {
    const { parts, call } = request;
    const [dbs, database, colls, name, list] = parts;
    if (parts.length === 0) return { status: 200, charge: 0, body: accountOf(origin, this.consistency) };
    if (dbs !== 'dbs') throw new Refusal(404, 'this peer has databases only');
    if (database === undefined) return this.createDatabase(request);
    const containers = this.databases.get(database);
    if (!containers) throw new Refusal(404, 'no such database', 1003);
    if (colls === undefined) return this.database(database, call.method);
    if (colls !== 'colls') throw new Refusal(404, 'this peer has containers only');
    if (name === undefined) return this.createContainer(containers, request);
    const container = containers.get(name);
    if (!container) throw new Refusal(404, 'no such container', 1003);
    if (list === undefined) return this.oneContainer(containers, container, call.method);
    if (list === 'pkranges' && call.method === 'GET') return partitionRangesOf(container);
    if (list !== 'docs') throw new Refusal(404, 'this peer has documents only');
    return answerDocuments(container, request);
  }

  private createDatabase({ call, body }: PeerRequest): Answer {
    const id = (body as Json | undefined)?.id;
    if (call.method !== 'POST' || typeof id !== 'string') throw new Refusal(400, 'not a database');
    if (this.databases.has(id)) throw new Refusal(409, 'a database with this id is there');
    this.databases.set(id, new Map());
    return { status: 201, charge: 4.95, body: { id, _rid: id } };
  }

  private database(id: string, method: string): Answer {
    if (method === 'GET') return { status: 200, charge: 2, body: { id, _rid: id } };
    if (method !== 'DELETE') throw new Refusal(405, `no ${method} of a database`);
    this.databases.delete(id);
    return { status: 204, charge: 4.95 };
  }

  private createContainer(containers: Map<string, Container>, { call, body }: PeerRequest): Answer {
    if (call.method !== 'POST') throw new Refusal(405, 'this peer lists no containers');
    const definition = readDefinition(body);
    if (containers.has(definition.id)) throw new Refusal(409, 'a container with this id is there');
    const container = new Container(definition, this.now, this.ranges);
    containers.set(definition.id, container);
    return { status: 201, charge: 4.95, body: { ...definition, _rid: container.rid } };
  }

  private oneContainer(containers: Map<string, Container>, container: Container, method: string): Answer {
    const { definition, rid } = container;
    if (method === 'GET') return { status: 200, charge: 2, body: { ...definition, _rid: rid } };
    if (method !== 'DELETE') throw new Refusal(405, `no ${method} of a container`);
    containers.delete(definition.id);
    return { status: 204, charge: 4.95 };
  }
}

const accountOf = (origin: string, defaultConsistencyLevel: string) => {
  const locations = [{ name: 'West Europe', databaseAccountEndpoint: origin }];
  return {
    ...{ id: 'peer', _rid: 'peer', writableLocations: locations, readableLocations: locations },
    enableMultipleWriteLocations: false,
    userConsistencyPolicy: { defaultConsistencyLevel },
    queryEngineConfiguration: '{}',
  };
};
