import { plainNumber, sellerNumber, settle, type World } from '../world';

/** A call of the buyer to the plain number, which dials the seller. */
export class Dialling {
  constructor(private readonly world: World) {
    world.application.twiml('/after', '<Say>after</Say>');
    world.application.on('/progress', { body: '' });
  }

  start(attributes: string, content: string = sellerNumber): void {
    this.world.answerWith(`<Dial action="/after" ${attributes}>${content}</Dial><Say>next</Say>`);
    this.world.buyer.call(plainNumber);
  }

  ringing() {
    return this.world.seller.waitFor((state) => state.status === 'ringing');
  }

  finished() {
    return this.world.buyer.waitFor((state) => state.calls.length === 1);
  }

  /** What the action was told. */
  async action() {
    return (await this.world.application.waitFor('/after'))[0]?.parameters;
  }

  async talking(attributes = '', content: string = sellerNumber): Promise<void> {
    this.start(attributes, content);
    await this.ringing();
    this.world.seller.answer();
    await this.world.seller.waitFor((state) => state.status === 'in-call');
    await settle();
  }
}
