// What may I offer beside this camera?   node recommend.mjs [PRODUCT] [HOST:PORT]
import { connect } from './zugabe.mjs';

// field names are those of the .proto files
const [product = 'canon-eos-r6-mark-ii', address = '127.0.0.1:9003'] = process.argv.slice(2);
const recommendation = await connect(address, 'zugabe.recommendation.v1.RecommendationService');

const answer = await recommendation.call('Recommend', {
  visitor_id: 'node-example',
  placement: 'PLACEMENT_PRODUCT_PAGE',
  anchor_product_ids: [product],
  context: { locale: 'en' },
});

for (const offer of answer.offers) {
  console.log(`${offer.rank}. ${offer.name}: ${offer.reasons.map((reason) => reason.text).join(' ')}`);
}
if (answer.silence) {
  console.log(`Nothing: ${answer.silence.description}`);
}
recommendation.close();
