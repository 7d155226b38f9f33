/** `sklearn.datasets`: real data, which are read when they are asked for, and data that are made up. */
export { load_digits, load_iris, load_shakespeare, type Bunch, type Digits, type Iris, type Text } from './real.js';
export { make_circles, make_moons, make_spirals } from './made.js';
