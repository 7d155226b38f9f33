import { expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

const { nn } = torch;

it('transformers take the hint that a mask is causal, and want the mask beside it', () => {
  torch.manual_seed(0);
  const options = { dim_feedforward: 16, dropout: 0, batch_first: true };
  const mask = nn.Transformer.generate_square_subsequent_mask(5);
  const x = torch.randn(2, 5, 8);
  const same = (a: torch.Tensor, b: torch.Tensor) => expect(torch.allclose(a, b)).toBe(true);

  const layer = new nn.TransformerEncoderLayer(8, 2, options);
  same(layer(x, mask, null, true), layer(x, { src_mask: mask }));
  expect(() => layer(x, { is_causal: true })).toThrow('Need attn_mask if specifying the is_causal hint.');
  const encoder = new nn.TransformerEncoder(layer, { num_layers: 2 });
  same(encoder(x, { mask, is_causal: true }), encoder(x, mask));

  const decoder = new nn.TransformerDecoder(new nn.TransformerDecoderLayer(8, 2, options), 2);
  same(decoder(x, x, { tgt_mask: mask, tgt_is_causal: true }), decoder(x, x, mask));
  expect(() => decoder(x, x, { memory_is_causal: true })).toThrow('Need attn_mask if specifying the is_causal hint.');

  const both = new nn.Transformer({ d_model: 8, nhead: 2, num_encoder_layers: 1, num_decoder_layers: 1, ...options });
  same(both(x, x, { src_mask: mask, tgt_mask: mask, src_is_causal: true, tgt_is_causal: true }), both(x, x, mask, mask));
});
