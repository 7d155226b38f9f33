// A dynamic graph: loops and branches of the program make another graph in each iteration.
import * as torch from 'tensor-lens';

const { optim } = torch;
torch.manual_seed(0);

/** What a bank pays for money that lies there, and takes for money that is missing, in each month. */
type Rates = { interest: torch.Tensor | number; overdraft: torch.Tensor | number };

/** The balance after all payments. How deep the graph gets, and which rate is in it, depends on them. */
function finalBalance(payments: number[], { interest, overdraft }: Rates) {
  let balance = torch.zeros([]);
  for (const payment of payments) {
    balance = balance + payment;
    const rate = balance.item() >= 0 ? interest : overdraft;
    balance = balance + balance * rate;
  }
  return balance;
}

// Four accounts. We see what went in and out, and where it ended, but not the bank's rates.
const accounts = [[2, 1], [1, 1, -1, 2], [-2, 1], [1, -3, 1, 1, 2]];
const secret: Rates = { interest: 0.05, overdraft: 0.2 };
const endings = accounts.map((payments) => finalBalance(payments, secret).item());

const interest = torch.zeros([], { requires_grad: true });
const overdraft = torch.zeros([], { requires_grad: true });
const optimizer = new optim.SGD([interest, overdraft], { lr: 0.004 });

for (let iteration = 0; iteration < 80; iteration++) {
  const account = iteration % accounts.length;
  const payments = accounts[account]!;
  const balance = finalBalance(payments, { interest, overdraft });
  const loss = (balance - endings[account]!) ** 2;

  // A rate that was not used in this iteration is not in its graph, and gets no gradient.
  optimizer.zero_grad();
  loss.backward();
  optimizer.step();

  if (iteration % 20 === 3) console.log(`iteration ${iteration}: ${payments.length} payments, loss ${loss.item().toFixed(5)}`);
}

console.log(`interest ${interest.item().toFixed(3)}, overdraft ${overdraft.item().toFixed(3)}`);
