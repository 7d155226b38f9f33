import torch
class Shape:
    name = 'shape'
    def describe(self):
        return type(self).name, self.__class__.name, type(self).__name__, self.name
    @classmethod
    def make(cls):
        print(cls.name, cls.__name__)
        return cls()
class Circle(Shape):
    name = 'circle'
class Plain(Shape):
    pass
for s in [Shape.make(), Circle.make(), Plain.make()]:
    print(s.describe(), type(s).name, type(s).__name__)
print(Shape.name, Circle.name, Plain.__name__)
class Other:
    pass
print(Other.__name__, type(Other()).__name__)
registry = {}
def register(cls):
    registry[cls.name] = cls
    return cls
@register
class Square(Shape):
    name = 'square'
print(registry['square'].name, registry['square'].__name__, list(registry))
