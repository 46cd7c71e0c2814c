//! Values of a part of the program that code outside that part keeps or passes on, without needing any of theirs.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::rc::Rc;

/// A value of type `T`, which only code that knows `T` can look at.
pub struct Opaque<T>(Rc<dyn Any>, PhantomData<T>);

impl<T: Clone + 'static> Opaque<T> {
    /// The value.
    pub fn open(self) -> Option<T> {
        self.0.downcast().ok().map(Rc::unwrap_or_clone)
    }
}

impl<T: 'static> Opaque<T> {
    /// The value, to look at.
    pub fn get(&self) -> Option<&T> {
        self.0.downcast_ref()
    }
}

impl<T: 'static> From<T> for Opaque<T> {
    fn from(value: T) -> Self {
        Self(Rc::new(value), PhantomData)
    }
}

impl<T> Clone for Opaque<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0), PhantomData)
    }
}

impl<T: PartialEq + 'static> PartialEq for Opaque<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.downcast_ref::<T>() == other.0.downcast_ref()
    }
}

impl<T: Eq + 'static> Eq for Opaque<T> {}

impl<T: fmt::Debug + 'static> fmt::Debug for Opaque<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.downcast_ref::<T>().fmt(formatter)
    }
}

/// A value of type `T` with one owner, which keeps it without any code of `T`.
pub(crate) struct Held<T>(Box<dyn Any>, PhantomData<T>);

impl<T: 'static> Held<T> {
    pub(crate) fn get(&self) -> Option<&T> {
        self.0.downcast_ref()
    }

    pub(crate) fn get_mut(&mut self) -> Option<&mut T> {
        self.0.downcast_mut()
    }
}

impl<T: 'static> From<T> for Held<T> {
    fn from(value: T) -> Self {
        Self(Box::new(value), PhantomData)
    }
}

/// For tests: the program copies no session, and so has no code for this.
impl<T: Clone + Default + 'static> Clone for Held<T> {
    fn clone(&self) -> Self {
        Self::from(self.get().cloned().unwrap_or_default())
    }
}

/// For tests: the program compares no sessions, and so has no code for this.
impl<T: PartialEq + 'static> PartialEq for Held<T> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

/// Without the value, whose code may not be there yet.
impl<T> fmt::Debug for Held<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Held")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_compared_by_what_is_in_them() {
        let [one, same, other] = [1, 1, 2].map(Opaque::from);
        assert!(one == same && one != other);
        assert_eq!(format!("{other:?}"), "Some(2)");
        let [one, same, other] = [1, 1, 2].map(Held::from);
        assert!(one == same && one != other);
        assert_eq!(format!("{other:?}"), "Held");
    }
}
