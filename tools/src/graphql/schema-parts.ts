import {
  type GraphQLArgument,
  type GraphQLDirective,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  astFromValue,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  print,
} from 'graphql';

/** Something in a schema that has a name. */
export interface SchemaPart {
  readonly kind: 'type' | 'field' | 'argument' | 'input field' | 'enum value' | 'directive';
  /** As graphql-js calls it in its reports: `Order`, `Order.note`, `Query.orders arg first`. */
  readonly where: string;
  /** What it is a part of. */
  readonly of?: string;
  readonly description: string | null | undefined;
  /** `[Order!]!`, where it has one. */
  readonly type?: string;
  /** As it is written in a schema: `PLACED_AT_DESC`. */
  readonly defaultValue?: string | undefined;
  /** Undefined while it is not deprecated. */
  readonly deprecationReason?: string | null | undefined;
  /** Where a scalar is specified. */
  readonly specifiedBy?: string | null | undefined;
}

/** Every part of a schema but what GraphQL itself defines. */
export function partsOf(schema: GraphQLSchema): readonly SchemaPart[] {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  return [
    ...types.filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type)).flatMap(typeParts),
    ...directives.filter((directive) => !isSpecifiedDirective(directive)).flatMap(directiveParts),
  ];
}

function typeParts(type: GraphQLNamedType): SchemaPart[] {
  const { name, description } = type;
  const specifiedBy = isScalarType(type) ? type.specifiedByURL : undefined;
  return [{ kind: 'type', where: name, description, specifiedBy }, ...members(type)];
}

function members(type: GraphQLNamedType): SchemaPart[] {
  const placeOf = (member: { readonly name: string }) => ({ of: type.name, where: `${type.name}.${member.name}` });
  if (isEnumType(type)) {
    return type.getValues().map((value) => ({ kind: 'enum value', ...placeOf(value), ...said(value) }));
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return fields.map((field) => ({ kind: 'input field', ...placeOf(field), ...taken(field) }));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field): SchemaPart[] => [
    { kind: 'field', ...placeOf(field), ...said(field), type: String(field.type) },
    ...argumentParts(placeOf(field).where, field.args),
  ]);
}

const directiveParts = ({ name, description, args }: GraphQLDirective): SchemaPart[] => [
  { kind: 'directive', where: `@${name}`, description },
  ...argumentParts(`@${name}`, args),
];

const argumentParts = (of: string, args: readonly GraphQLArgument[]): SchemaPart[] =>
  args.map((each) => ({ kind: 'argument', of, where: `${of} arg ${each.name}`, ...taken(each) }));

function taken(input: GraphQLArgument | GraphQLInputField) {
  const value = input.defaultValue === undefined ? undefined : astFromValue(input.defaultValue, input.type);
  return { ...said(input), type: String(input.type), defaultValue: value ? print(value) : undefined };
}

const said = ({ description, deprecationReason }: Pick<SchemaPart, 'description' | 'deprecationReason'>) => ({
  description,
  deprecationReason,
});
