package dev.farcall.mapping;

import static dev.farcall.mapping.Trip.declarationError;
import static dev.farcall.mapping.Trip.describe;
import static dev.farcall.mapping.Trip.read;
import static dev.farcall.mapping.Trip.refusal;
import static dev.farcall.mapping.Trip.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.farcall.Struct;
import dev.farcall.XmlRpcMember;
import dev.farcall.XmlRpcStruct;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullUnmarked
final class BeanAdaptersTest {
  private static Struct struct(String name, @Nullable Object value) {
    return new Struct().with(name, value);
  }

  static class Person {
    private String name;
    private int age;
    private boolean active;

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public int getAge() {
      return age;
    }

    public void setAge(int age) {
      if (age < 0) {
        throw new IllegalArgumentException("nobody is of age " + age);
      }
      this.age = age;
    }

    public boolean isActive() {
      return active;
    }

    public Person setActive(boolean active) {
      this.active = active;
      return this;
    }
  }

  private static final Struct ANN = struct("name", "Ann").with("age", 30).with("active", true);

  @Test
  void propertiesAreMembersInTheOrderOfTheFields() {
    Person person = (Person) read(Person.class, ANN);
    assertEquals("Ann", person.getName());
    assertEquals(30, person.getAge());
    assertEquals(ANN.toString(), write(Person.class, person).toString());
    assertEquals(ANN, write(person));
  }

  @Test
  void nilIsNull() {
    assertNull(read(Person.class, null));
  }

  @Test
  void otherValuesAreRefused() {
    assertEquals("expected struct, got array", refusal(Person.class, List.of()));
  }

  @Test
  void absentAndNilPropertiesAreRefused() {
    assertEquals(
        "active: expected boolean, but the member is missing",
        refusal(Person.class, struct("name", "Ann").with("age", 30)));
    assertEquals("name: expected string, got nil", refusal(Person.class, struct("name", null)));
  }

  @Test
  void mismatchHasItsPath() {
    assertEquals(
        "[0].age: expected int, got string \"x\"",
        refusal(new TypeRef<List<Person>>() {}, List.of(struct("name", "Ann").with("age", "x"))));
  }

  @Test
  void checkOfASetterSpeaksWithItsPath() {
    assertEquals(
        "age: nobody is of age -1", refusal(Person.class, struct("name", "Ann").with("age", -1)));
  }

  static final class Employee extends Person {
    public String office;
    public final String country = "NO";
    public transient String session = "secret";
    public static String shared = "static";
  }

  @Test
  void inheritedPropertiesComeFirst() {
    Employee employee = (Employee) read(Employee.class, new Struct(ANN).with("office", "Oslo"));
    assertEquals("Oslo", employee.office);
    assertEquals(
        "{name=Ann, age=30, active=true, office=Oslo, country=NO}", write(employee).toString());
  }

  @Test
  void finalFieldIsWrittenOnly() {
    Employee employee =
        (Employee)
            read(Employee.class, new Struct(ANN).with("office", "Oslo").with("country", "SE"));
    assertEquals("NO", employee.country);
  }

  static final class Settings {
    @XmlRpcMember(optional = true)
    private String color = "red";

    @XmlRpcMember(optional = true)
    public Integer size = 7;

    public Optional<String> hint = Optional.of("none");
    private String url;

    public String getColor() {
      return color;
    }

    public void setColor(String color) {
      this.color = color;
    }

    @XmlRpcMember(name = "link", optional = true)
    public void setURL(String url) {
      this.url = url;
    }
  }

  @Test
  void absentOptionalPropertiesStayAsTheyWere() {
    Settings settings = (Settings) read(Settings.class, struct("color", null));
    assertEquals("red", settings.color);
    assertEquals(7, settings.size);
    assertEquals(Optional.of("none"), settings.hint);
  }

  @Test
  void annotationMayBeOnFieldOrSetter() {
    Settings settings = (Settings) read(Settings.class, struct("link", "x").with("color", "blue"));
    assertEquals("x", settings.url);
    assertEquals("blue", settings.color);
  }

  @Test
  void propertyWithoutAGetterIsReadOnly() {
    assertEquals(
        struct("color", "red").with("size", 7).with("hint", "none"), write(new Settings()));
  }

  static final class Sparse {
    public String nothing;
    public Optional<String> empty = Optional.empty();
    public int number;
  }

  @Test
  void nullAndEmptyPropertiesAreLeftOut() {
    assertEquals(struct("number", 0), write(new Sparse()));
  }

  @XmlRpcStruct(unknown = XmlRpcStruct.Unknown.REFUSE, optional = true)
  static final class Strict {
    public int a;

    public int getSum() {
      return a + 1;
    }
  }

  @Test
  void unknownMembersAreRefusedWhereTheRuleSaysSo() {
    assertEquals("unknown member \"b\"", refusal(Strict.class, struct("b", 1)));
  }

  @Test
  void whatWasWrittenCanBeReadEvenIfAPropertyCannotBeSet() {
    Struct written = (Struct) write(new Strict());
    assertEquals(struct("a", 0).with("sum", 1), written);
    assertEquals(0, ((Strict) read(Strict.class, written)).a);
  }

  static class Box<T> {
    private T content;

    public T getContent() {
      return content;
    }

    public void setContent(T content) {
      this.content = content;
    }
  }

  static final class LongBox extends Box<Long> {}

  @Test
  void genericBeansKnowTheirArguments() {
    Box<Long> box = read(new TypeRef<Box<Long>>() {}, struct("content", 1));
    assertEquals(1L, box.getContent());
    assertEquals(1L, ((LongBox) read(LongBox.class, struct("content", 1))).getContent());
  }

  static final class Chain {
    public String name = "x";

    @XmlRpcMember(optional = true)
    public Chain next;
  }

  @Test
  void beanMayContainItself() {
    Chain chain = (Chain) read(Chain.class, struct("name", "a").with("next", struct("name", "b")));
    assertEquals("b", chain.next.name);
    assertEquals(struct("name", "a").with("next", struct("name", "b")), write(chain));
  }

  static final class Torn {
    public Optional<String> getName() {
      return Optional.empty();
    }

    public void setName(String name) {}
  }

  @Test
  void getterAndSetterMustAgree() {
    assertEquals(
        Torn.class.getTypeName()
            + " cannot travel: its property name is got as Optional<String> and set as String",
        declarationError(Torn.class));
  }

  static final class Overloaded {
    private int size;

    public int getSize() {
      return size;
    }

    public void setSize(String size) {
      setSize(Integer.parseInt(size));
    }

    public void setSize(int size) {
      this.size = size;
    }
  }

  @Test
  void setterOfTheTypeOfTheGetterIsTaken() {
    assertEquals(5, ((Overloaded) read(Overloaded.class, struct("size", 5))).size);
  }

  static final class Twice {
    public int a;

    @XmlRpcMember(name = "a")
    public int b;
  }

  @Test
  void twoMembersOfOneNameAreADeclarationError() {
    assertEquals(
        Twice.class.getTypeName() + " cannot travel: two of its members are named \"a\"",
        declarationError(Twice.class));
  }

  static final class Hidden {
    private Hidden() {}

    public int getA() {
      return 1;
    }
  }

  static final class Empty {
    int invisible;
  }

  private static final String NO_BEAN =
      " cannot travel: it is neither a record nor a bean, which has a constructor without"
          + " parameters that is not private, and getters and setters or public fields";

  @Test
  void classWithoutAConstructorOrPropertiesIsADeclarationError() {
    assertEquals(Hidden.class.getTypeName() + NO_BEAN, declarationError(Hidden.class));
    assertEquals(Empty.class.getTypeName() + NO_BEAN, declarationError(Empty.class));
  }

  @SuppressWarnings("ClassCanBeStatic") // It is what is tested.
  final class Inner {
    public int a;
  }

  @Test
  void innerClassIsADeclarationError() {
    assertEquals(
        Inner.class.getTypeName()
            + " cannot travel: it is an inner class, which needs an outer object; make it static",
        declarationError(Inner.class));
  }

  interface Shape {
    int getArea();
  }

  abstract static class Figure implements Shape {}

  @Test
  void abstractTypesAreADeclarationError() {
    String reason = " cannot travel: it is abstract, so it is not known what to make of a value";
    assertEquals(Shape.class.getTypeName() + reason, declarationError(Shape.class));
    assertEquals(Figure.class.getTypeName() + reason, declarationError(Figure.class));
  }

  @Test
  void isDescribedWithItsMembers() {
    TypeDescription person = describe(Person.class);
    assertEquals("Person", person.name());
    assertEquals(
        List.of(
            new TypeDescription.Member("name", TypeDescription.of(ValueType.STRING), false),
            new TypeDescription.Member("age", TypeDescription.of(ValueType.INT), false),
            new TypeDescription.Member("active", TypeDescription.of(ValueType.BOOLEAN), false)),
        person.members());
  }

  @Test
  void propertyThatCannotBeSetIsDescribedAsOptional() {
    TypeDescription employee = describe(Employee.class);
    assertEquals(
        new TypeDescription.Member("country", TypeDescription.of(ValueType.STRING), true),
        employee.members().get(4));
  }
}
