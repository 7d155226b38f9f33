// Broadcasting: how tensors of different shapes work together.
import * as torch from 'tensor-lens';

// Shapes are compared from the last dim on. A dim of size 1, or one that is missing, is stretched.
const column = torch.arange(1, 4).view(3, 1); // [3, 1]
const row = torch.arange(1, 6); //                  [5]
const table = column * row; //                   [3, 5]
console.log(`A multiplication table:\n${table}`);

// Marks of four students in three exams; what each exam is like is a row of three.
const marks = torch.tensor([[7, 5, 9], [6, 8, 4], [9, 9, 10], [4, 6, 5]], { dtype: torch.float32 });
const mean = marks.mean(0); //                        [3]
const spread = marks.std(0); //                       [3]
const scores = (marks - mean) / spread; // [4, 3]: the row meets each student
console.log(`In standard deviations from the mean:\n${scores}`);

// The best mark of each student, kept as a column, so that it can be stretched along the exams.
const best = marks.amax(1, { keepdim: true }); //  [4, 1]
console.log(`Part of their best mark:\n${marks / best}`);

// All distances between two sets of points, without a loop: [3, 1, 2] and [2, 2] make [3, 2, 2].
const houses = torch.tensor([[0, 0], [3, 4], [6, 8]], { dtype: torch.float32 });
const shops = torch.tensor([[0, 5], [6, 6]], { dtype: torch.float32 });
const distances = ((houses[':', null] - shops) ** 2).sum(2).sqrt();
console.log(`From each house to each shop:\n${distances}`);
console.log('The nearest shop of each:', distances.argmin(1));

// 3 and 4 differ and neither is 1: there is nothing to stretch.
try {
  console.log(torch.ones(2, 3) + torch.ones(4));
} catch (error) {
  console.log((error as Error).message);
}

// On the way back what was stretched is summed: each bonus reached all four students.
const bonus = torch.zeros(3, { requires_grad: true });
const total = (marks + bonus).sum();
total.backward();
console.log('Gradient of the bonus:', bonus.grad);
