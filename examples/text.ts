/** What the transformer of example 10 reads. */
export const text = `The sea came in with the evening and took the small boats one after the other from the sand.
Nobody saw it, because nobody was there, and the lamp in the window of the last house was not yet lit.
An old man walked along the wall, slowly, and counted the steps as he had counted them every evening.
One for the wind, two for the rain, three for the road and the way home again, he said to his dog.
The dog knew the words and did not listen. It listened to the sea, which said the same thing too.
In the morning the boats lay on the other side of the bay, as if they had been set there by hand.
The children found them first. They sat in the boats on the dry sand and rowed to the end of the world.
When they came back it was noon, and their mothers stood at the doors and called them by their names.
The old man came down to the sand and looked at the boats, and then for a long while at the water.
It gives and it takes, he said, and the dog lay down, because that was what came before the waiting.
In the summer the water was low and the stones came out and dried in the sun, white as old bread.
There was a path then, from stone to stone, to the island with the tree, where nobody had ever lived.
The children said that a light was there at night. The old man said that it was only the moon.
But he went out himself, on the longest day, with the dog before him, and he was gone until the evening.
He did not say what he had found there. He put a new lamp into the window, and it was lit every night.
In the winter the wind took the roof of the boat house and carried it over the wall and the road.
It lay in the field like a great black bird, and the snow fell on it, and it was white like the others.
The men came with ropes and with horses and set it back again, and the women brought them bread and soup.
The old man held the ladder. One for the wind, he said, two for the rain, three for the way home again.
And the dog, who was old now too, lay by the fire and listened to the sea, and the sea came in.
`;
