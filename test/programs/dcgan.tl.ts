import * as torch from 'tensor-lens';
const { nn } = torch;

torch.manual_seed(999);
const [nz, ngf, ndf] = [8, 4, 4];

function weights_init(m: torch.nn.Module) {
  if (m instanceof nn.Conv2d || m instanceof nn.ConvTranspose2d) nn.init.normal_(m.weight.data, 0.0, 0.02);
  else if (m instanceof nn.BatchNorm2d) {
    nn.init.normal_(m.weight!.data, 1.0, 0.02);
    nn.init.constant_(m.bias!.data, 0);
  }
}

const netG = new nn.Sequential(
  new nn.ConvTranspose2d(nz, ngf * 2, 4, 1, 0, { bias: false }), new nn.BatchNorm2d(ngf * 2), new nn.ReLU(true),
  new nn.ConvTranspose2d(ngf * 2, ngf, 4, 2, 1, { bias: false }), new nn.BatchNorm2d(ngf), new nn.ReLU(true),
  new nn.ConvTranspose2d(ngf, 1, 4, 2, 1, { bias: false }), new nn.Tanh(),
);
const netD = new nn.Sequential(
  new nn.Conv2d(1, ndf, 4, 2, 1, { bias: false }), new nn.LeakyReLU(0.2, { inplace: true }),
  new nn.Conv2d(ndf, ndf * 2, 4, 2, 1, { bias: false }), new nn.BatchNorm2d(ndf * 2), new nn.LeakyReLU(0.2, { inplace: true }),
  new nn.Conv2d(ndf * 2, 1, 4, 1, 0, { bias: false }), new nn.Sigmoid(),
);
netG.apply(weights_init);
netD.apply(weights_init);
const criterion = new nn.BCELoss();
const optimizerD = new torch.optim.Adam(netD.parameters(), { lr: 2e-3, betas: [0.5, 0.999] });
const optimizerG = new torch.optim.Adam(netG.parameters(), { lr: 2e-3, betas: [0.5, 0.999] });
for (let i = 0; i < 3; i++) {
  const real = torch.randn(4, 1, 16, 16).clamp(-1, 1);
  netD.zero_grad();
  const label = torch.full([4], 1.0, { dtype: torch.float32 });
  const errD_real = criterion(netD(real).view(-1), label);
  errD_real.backward();
  const fake = netG(torch.randn(4, nz, 1, 1));
  label.fill_(0.0);
  const errD_fake = criterion(netD(fake.detach()).view(-1), label);
  errD_fake.backward();
  optimizerD.step();
  netG.zero_grad();
  label.fill_(1.0);
  const errG = criterion(netD(fake).view(-1), label);
  errG.backward();
  optimizerG.step();
  console.log(`${i} D ${(errD_real + errD_fake).item().toFixed(4)} G ${errG.item().toFixed(4)}`);
}
console.log(netD);
